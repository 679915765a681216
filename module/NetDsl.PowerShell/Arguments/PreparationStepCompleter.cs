using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace NetDsl.PowerShell;

/// <summary>Completes the names of the steps of a preparation.</summary>
public sealed class PreparationStepCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        PreparationSteps.Names
            .Where(name => name.StartsWith(wordToComplete, StringComparison.OrdinalIgnoreCase))
            .Select(name => new CompletionResult(
                name, name, CompletionResultType.ParameterValue, $"{name} with its defaults; with settings: ({name} ...)"));
}
