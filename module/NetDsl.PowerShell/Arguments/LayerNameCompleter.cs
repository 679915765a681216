using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace NetDsl.PowerShell;

/// <summary>Completes the names that layers above have, in a model's script block.</summary>
public sealed class LayerNameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        ArgumentNullException.ThrowIfNull(commandAst);
        Ast script = commandAst;
        while (script.Parent is not null)
        {
            script = script.Parent;
        }

        return script.FindAll(node => node is CommandAst, searchNestedScriptBlocks: true)
            .Cast<CommandAst>()
            .Where(command => command.Extent.EndOffset <= commandAst.Extent.StartOffset && IsKeyword(command))
            .Select(Name)
            .OfType<string>()
            .Distinct()
            .Where(name => name.StartsWith(wordToComplete, StringComparison.OrdinalIgnoreCase))
            .Select(name => new CompletionResult(name));
    }

    private static bool IsKeyword(CommandAst command) => command.GetCommandName() is { } name && LayerKeyword.Find(name) is not null;

    // What follows -Name.
    private static string? Name(CommandAst command) => command.CommandElements
        .SkipWhile(element => (element as CommandParameterAst)?.ParameterName.Equals("Name", StringComparison.OrdinalIgnoreCase) != true)
        .Skip(1)
        .FirstOrDefault() is StringConstantExpressionAst text
            ? text.Value
            : null;
}
