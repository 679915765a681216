using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace NetDsl.PowerShell;

/// <summary>Completes the word that stands for weights of classes.</summary>
public sealed class ClassWeightCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        if (ClassWeightArgument.Balanced.StartsWith(wordToComplete, StringComparison.OrdinalIgnoreCase))
        {
            yield return new CompletionResult(
                ClassWeightArgument.Balanced,
                ClassWeightArgument.Balanced,
                CompletionResultType.ParameterValue,
                "All classes count alike; or a table: @{ signal = 2; background = 1 }");
        }
    }
}
