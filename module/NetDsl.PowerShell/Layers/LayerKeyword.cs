using System.Collections;
using System.Management.Automation;
using System.Text;
using NetDsl.Compilation;

namespace NetDsl.PowerShell;

/// <summary>
/// A word that declares a layer in a model's script block. It is made from the layer's attribute, so that a script and a C# class can say
/// the same, in the same words, and a new layer needs nothing here.
/// </summary>
public sealed class LayerKeyword
{
    private const string Ending = "Attribute";

    private LayerKeyword(Type attribute)
    {
        this.Name = attribute.Name[..^Ending.Length];
        this.Parameters = LayerParameter.Of(attribute);
    }

    /// <summary>The keywords in order of their names. A layer of a user's own is C#, and is declared there.</summary>
    internal static IReadOnlyList<LayerKeyword> All { get; } =
    [
        .. typeof(LayerAttribute).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(LayerAttribute)) && !type.IsAbstract && type != typeof(CustomAttribute))
            .Select(type => new LayerKeyword(type))
            .OrderBy(keyword => keyword.Name, StringComparer.Ordinal),
    ];

    /// <summary>The word.</summary>
    internal string Name { get; }

    /// <summary>What it can be given.</summary>
    internal IReadOnlyList<LayerParameter> Parameters { get; }

    /// <summary>Called by the functions that the script block sees.</summary>
    /// <param name="name">The keyword.</param>
    /// <param name="values">What it was given, by name.</param>
    /// <param name="invocation">Where it was called.</param>
    public static LayerStatement Declare(string name, IDictionary values, InvocationInfo invocation)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(invocation);
        LayerKeyword keyword = All.Single(k => k.Name == name);
        ScriptPosition position = new(invocation);
        return new LayerStatement(keyword.Declare(values, position), position);
    }

    /// <summary>The function that stands for the keyword in a script block.</summary>
    internal ScriptBlock ToFunction()
    {
        StringBuilder text = new("[CmdletBinding(PositionalBinding = $false)] param(");
        text.AppendJoin(", ", this.Parameters.Select(parameter =>
        {
            string position = parameter.Position is { } place ? $"Position = {place}" : string.Empty;
            string whole = parameter.ValueType == typeof(int) ? $"[{typeof(WholeNumberAttribute).FullName}()] " : string.Empty;
            string list = parameter.MostValues > 1 ? "[]" : string.Empty;
            return $"[Parameter({position})] {whole}[{parameter.ValueType.FullName}{list}] ${parameter.Name}";
        }));
        text.Append($") [{typeof(LayerKeyword).FullName}]::Declare('{this.Name}', $PSBoundParameters, $MyInvocation)");
        return ScriptBlock.Create(text.ToString());
    }

    private LayerDeclaration Declare(IDictionary values, ScriptPosition position)
    {
        List<object> arguments = [];
        List<KeyValuePair<string, object>> properties = [];
        bool inOrder = true;
        foreach (LayerParameter parameter in this.Parameters)
        {
            if (values[parameter.Name] is not { } given)
            {
                inOrder = false;
                this.Require(!parameter.IsRequired, $"needs -{parameter.Name}", position);
                continue;
            }

            object[] each = given is Array list ? [.. list.Cast<object>()] : [given];
            bool isNumber = each.Length > 0 && each.Length <= parameter.MostValues;
            this.Require(isNumber, $"takes no {each.Length} values for -{parameter.Name}", position);
            if (parameter.Position is not null && inOrder)
            {
                arguments.AddRange(each);
            }
            else
            {
                properties.AddRange(parameter.AsProperties(each));
            }
        }

        return new LayerDeclaration(this.Name, arguments, properties);
    }

    private void Require(bool holds, string problem, ScriptPosition position)
    {
        if (!holds)
        {
            IEnumerable<string> usage = this.Parameters.Where(p => p.Position is not null).Select(p => p.IsRequired ? p.Name : $"[{p.Name}]");
            throw new CommandErrorException(
                "InvalidLayer",
                ErrorCategory.InvalidArgument,
                position.Text,
                $"{position}: {this.Name} {problem}. It is written: {this.Name} {string.Join(' ', usage)} ...");
        }
    }
}
