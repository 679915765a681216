using System.Globalization;
using System.Text;

namespace NetDsl.Compilation;

/// <summary>A network as a list of attributes, and the C# that declares it.</summary>
/// <param name="Name">The name of the class.</param>
/// <param name="Attributes">The inputs, the layers and the loss or the outputs, in order.</param>
/// <param name="Precision">The element type.</param>
public sealed record NetworkDeclaration(
    string Name, IReadOnlyList<AttributeDeclaration> Attributes, Precision Precision = Precision.Single)
{
    // The keywords of C# that no identifier can be (C# specification, 6.4.4).
    private static readonly HashSet<string> ReservedWords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal",
        "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for",
        "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null",
        "object", "operator", "out", "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte",
        "sealed", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof",
        "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
    };

    /// <summary>The lines above the first attribute: using, an empty one and [Network].</summary>
    private const int LinesBeforeAttributes = 3;

    /// <summary>The C# text, one attribute a line, in the order and the manner in which a person would write it.</summary>
    /// <exception cref="ArgumentException">The name is none that a class can have.</exception>
    public string ToSource()
    {
        this.CheckName();
        StringBuilder text = new("using NetDsl;\n\n");
        text.Append(this.Precision == Precision.Single ? "[Network]\n" : $"[Network(Precision = {Literal(this.Precision)})]\n");
        foreach (AttributeDeclaration attribute in this.Attributes)
        {
            IEnumerable<string> named = attribute.Properties.Select(property => $"{property.Key} = {Literal(property.Value)}");
            string arguments = string.Join(", ", attribute.Arguments.Select(Literal).Concat(named));
            text.Append('[').Append(attribute.Kind).Append(arguments.Length == 0 ? string.Empty : $"({arguments})").Append("]\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"public partial class {this.Name};\n").ToString();
    }

    /// <summary>The attribute on a line of <see cref="ToSource"/>.</summary>
    /// <param name="line">From 1.</param>
    /// <returns>Its place in <see cref="Attributes"/>, or null where there is none.</returns>
    public int? AttributeAt(int line)
    {
        int place = line - 1 - LinesBeforeAttributes;
        return place >= 0 && place < this.Attributes.Count ? place : null;
    }

    private static string Literal(object value) => value switch
    {
        Enum member => $"{member.GetType().Name}.{member}",
        bool truth => truth ? "true" : "false",
        string text => Quote(text),
        double.NaN => "double.NaN",
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",

        // Of one type, so that whole numbers among others make no array of their own.
        double[] values => $"new double[] {{ {string.Join(", ", values.Select(number => Literal(number)))} }}",
        Array values => $"new[] {{ {string.Join(", ", values.Cast<object>().Select(Literal))} }}",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A value of type {value.GetType().Name} cannot be written in an attribute.", nameof(value)),
    };

    private static string Quote(string text)
    {
        StringBuilder quoted = new("\"");
        foreach (char c in text)
        {
            quoted.Append(c is '"' or '\\' || char.IsControl(c) ? $"\\u{(int)c:X4}" : c.ToString());
        }

        return quoted.Append('"').ToString();
    }

    private void CheckName()
    {
        bool isName = this.Name.Length > 0
            && (char.IsLetter(this.Name[0]) || this.Name[0] == '_')
            && this.Name.All(c => char.IsLetterOrDigit(c) || c == '_');
        if (!isName)
        {
            throw new ArgumentException(
                $"'{this.Name}' cannot be the name of a network: it becomes a class, so it is made of letters, digits and '_', " +
                "and begins with no digit.");
        }

        if (ReservedWords.Contains(this.Name))
        {
            throw new ArgumentException($"'{this.Name}' cannot be the name of a network: it becomes a class, and this is a word of C#. Write it with a capital.");
        }

        if (typeof(NetworkAttribute).Assembly.GetType($"{nameof(NetDsl)}.{this.Name}") is not null)
        {
            throw new ArgumentException($"'{this.Name}' cannot be the name of a network: declarations use it for something else.");
        }
    }
}
