using System.Collections;
using System.Management.Automation;
using NetDsl.Compilation;

namespace NetDsl.PowerShell;

/// <summary>
/// A word that declares a layer, an input or an output in a model's script block. It is made from the attribute, so that a script and a
/// C# class can say the same, in the same words, and a new layer needs nothing here.
/// </summary>
public sealed class LayerKeyword
{
    private const string Ending = "Attribute";

    private LayerKeyword(Type attribute)
    {
        this.Name = attribute.Name[..^Ending.Length];
        this.Attribute = attribute;
        this.Parameters = LayerParameter.Of(attribute);
    }

    /// <summary>The keywords in order of their names. A layer of a user's own is C#, and is declared there.</summary>
    public static IReadOnlyList<LayerKeyword> All { get; } =
    [
        .. typeof(LayerAttribute).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(LayerAttribute)) && !type.IsAbstract && type != typeof(CustomAttribute))
            .Append(typeof(InputAttribute))
            .Append(typeof(OutputAttribute))
            .Select(type => new LayerKeyword(type))
            .OrderBy(keyword => keyword.Name, StringComparer.Ordinal),
    ];

    /// <summary>The word.</summary>
    public string Name { get; }

    /// <summary>The attribute that it stands for.</summary>
    public Type Attribute { get; }

    /// <summary>What it can be given.</summary>
    public IReadOnlyList<LayerParameter> Parameters { get; }

    /// <summary>Called by the functions of the module that are named as the keywords.</summary>
    /// <param name="name">The keyword.</param>
    /// <param name="values">What it was given, by name.</param>
    /// <param name="function">The function, which knows where it was called.</param>
    public static LayerStatement Declare(string name, IDictionary values, PSCmdlet function)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(function);
        ScriptPosition position = new(function.MyInvocation);
        try
        {
            RequireModel(name, position);
            return new LayerStatement(Find(name)!.ToAttribute(values, position.ToString()), position);
        }
        catch (CommandErrorException error)
        {
            function.ThrowTerminatingError(error.ErrorRecord);
            throw;
        }
    }

    /// <summary>What to say of a word that is no keyword: the one that is most like it, and all there are.</summary>
    /// <param name="name">The word.</param>
    internal static string NotFound(string name)
    {
        string? nearest = NearestName.Among(All.Select(keyword => keyword.Name), name);
        string guess = nearest is null ? string.Empty : $" Did you mean {nearest}?";
        return $"there is no layer '{name}'.{guess} Layers are: {string.Join(", ", All.Select(keyword => keyword.Name))}.";
    }

    /// <summary>A keyword by name.</summary>
    /// <param name="name">The name, in any case.</param>
    /// <returns>Null where there is none.</returns>
    internal static LayerKeyword? Find(string name) =>
        All.FirstOrDefault(keyword => keyword.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The attribute that says the same.</summary>
    /// <param name="values">What the keyword was given, by name: a value, or an array of them.</param>
    /// <param name="place">Where, for an error.</param>
    /// <exception cref="CommandErrorException">Something is missing, or has too many values.</exception>
    internal AttributeDeclaration ToAttribute(IDictionary values, string place)
    {
        List<object> arguments = [];
        List<KeyValuePair<string, object>> properties = [];
        bool inOrder = true;
        foreach (LayerParameter parameter in this.Parameters)
        {
            if (values[parameter.Name] is not { } given)
            {
                inOrder = false;
                this.Require(!parameter.IsRequired, $"needs -{parameter.Name}", place);
                continue;
            }

            object[] each = given is Array list ? [.. list.Cast<object>()] : [given];
            bool isCount = parameter.Counts.Count == 0 ? each.Length > 0 : parameter.Counts.Contains(each.Length);
            this.Require(isCount, $"takes no {each.Length} values for -{parameter.Name}", place);
            if (parameter.Position is not null && inOrder)
            {
                arguments.AddRange(each);
            }
            else
            {
                properties.AddRange(parameter.AsProperties(each));
            }
        }

        return new AttributeDeclaration(this.Name, arguments, properties);
    }

    private static void RequireModel(string name, ScriptPosition position)
    {
        if (!LayerBlock.IsRunning)
        {
            throw new CommandErrorException(
                "LayerOutsideModel",
                ErrorCategory.InvalidOperation,
                position.Text,
                $"{name} says what a model is made of, so it stands in the script block of New-NetModel. " +
                $"Get-Help {name} -Examples shows how.");
        }
    }

    private void Require(bool holds, string problem, string place)
    {
        if (!holds)
        {
            IEnumerable<LayerParameter> inOrder = this.Parameters.Where(parameter => parameter.Position is not null);
            IEnumerable<string> usage = inOrder.Select(parameter => parameter.IsRequired ? parameter.Name : $"[{parameter.Name}]");
            throw new CommandErrorException(
                "InvalidLayer",
                ErrorCategory.InvalidArgument,
                place,
                $"{place}: {this.Name} {problem}. It is written: {this.Name} {string.Join(' ', usage)} ...");
        }
    }
}
