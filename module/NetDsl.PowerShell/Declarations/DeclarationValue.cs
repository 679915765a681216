using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Text.Json;

namespace NetDsl.PowerShell;

/// <summary>
/// One value of a declaration, whether it comes from a hashtable, an object or JSON, and the path by which a person finds it.
/// </summary>
internal sealed class DeclarationValue
{
    private readonly object? value;

    /// <summary>A value.</summary>
    /// <param name="path">Its path, <c>layers[2].units</c>; empty for the whole declaration.</param>
    /// <param name="value">A hashtable, an object, a list, a number, text or a truth value, of PowerShell or of JSON.</param>
    public DeclarationValue(string path, object? value)
    {
        this.Path = path;
        this.value = (value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value) switch
        {
            JsonElement { ValueKind: JsonValueKind.String } text => text.GetString(),
            JsonElement { ValueKind: JsonValueKind.Number } number => number.TryGetInt64(out long whole) ? whole : number.GetDouble(),
            JsonElement { ValueKind: JsonValueKind.True } => true,
            JsonElement { ValueKind: JsonValueKind.False } => false,
            JsonElement { ValueKind: JsonValueKind.Null } => null,
            object plain => plain,
            null => null,
        };
    }

    /// <summary>Its path.</summary>
    public string Path { get; }

    /// <summary>Whether it is a list.</summary>
    public bool IsList => this.value is IList or JsonElement { ValueKind: JsonValueKind.Array };

    /// <summary>What an object has, by key in any case.</summary>
    public IReadOnlyDictionary<string, DeclarationValue> Members()
    {
        IEnumerable<KeyValuePair<string, object?>> pairs = this.value switch
        {
            IDictionary table => table.Keys.Cast<object>().Select(key => KeyValuePair.Create($"{key}", table[key])),
            PSObject custom => custom.Properties.Select(property => KeyValuePair.Create(property.Name, (object?)property.Value)),
            JsonElement { ValueKind: JsonValueKind.Object } json =>
                json.EnumerateObject().Select(property => KeyValuePair.Create(property.Name, (object?)property.Value)),
            _ => throw this.Unlike("an object with keys"),
        };
        Dictionary<string, DeclarationValue> members = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string key, object? member) in pairs)
        {
            DeclarationValue named = new(this.Path.Length == 0 ? key : $"{this.Path}.{key}", member);
            if (!members.TryAdd(key, named))
            {
                throw named.Error("the key is there twice; upper and lower case are the same.");
            }
        }

        return members;
    }

    /// <summary>What a list has.</summary>
    public IReadOnlyList<DeclarationValue> Items()
    {
        IEnumerable<object?> items = this.value switch
        {
            JsonElement { ValueKind: JsonValueKind.Array } json => json.EnumerateArray().Select(item => (object?)item),
            IList list => list.Cast<object?>(),
            _ => throw this.Unlike("a list"),
        };
        return [.. items.Select((item, i) => new DeclarationValue(FormattableString.Invariant($"{this.Path}[{i}]"), item))];
    }

    /// <summary>The value as one of a type that attributes take.</summary>
    /// <param name="type">int, double, bool, string or an enum.</param>
    public object As(Type type) => this.value switch
    {
        string text when type == typeof(string) => text,
        string text when type.IsEnum && Enum.GetNames(type).Contains(text, StringComparer.OrdinalIgnoreCase) =>
            Enum.Parse(type, text, ignoreCase: true),
        bool truth when type == typeof(bool) => truth,
        Enum member when member.GetType() == type => member,
        { } number when type == typeof(double) && IsNumber(number) => Convert.ToDouble(number, CultureInfo.InvariantCulture),
        { } number when type == typeof(int) && IsNumber(number) && WholeNumber(number) is { } whole => whole,
        _ => throw this.Unlike(
            type == typeof(int) ? "a whole number"
            : type == typeof(double) ? "a number"
            : type == typeof(bool) ? "true or false"
            : type == typeof(string) ? "text"
            : "one of " + string.Join(", ", Enum.GetNames(type))),
    };

    /// <summary>An error about this value.</summary>
    /// <param name="problem">What is wrong with it, and what to do.</param>
    public CommandErrorException Error(string problem)
    {
        string place = this.Path.Length == 0 ? "The declaration" : this.Path;
        return new CommandErrorException("InvalidDeclaration", ErrorCategory.InvalidData, place, $"{place}: {problem}");
    }

    private static bool IsNumber(object value) =>
        value is not Enum && Type.GetTypeCode(value.GetType()) is >= TypeCode.SByte and <= TypeCode.Decimal;

    private static int? WholeNumber(object number)
    {
        double real = Convert.ToDouble(number, CultureInfo.InvariantCulture);
        return real == Math.Floor(real) && Math.Abs(real) <= int.MaxValue ? (int)real : null;
    }

    private CommandErrorException Unlike(string expected) => this.Error(this.value switch
    {
        null => $"there is nothing, where {expected} is expected.",
        string text => $"there is the text '{text}', where {expected} is expected.",
        bool truth => $"there is {(truth ? "true" : "false")}, where {expected} is expected.",
        _ when this.IsList => $"there is a list, where {expected} is expected.",
        IFormattable number => $"there is {number.ToString(null, CultureInfo.InvariantCulture)}, where {expected} is expected.",
        _ => $"there is an object, where {expected} is expected.",
    });
}
