using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using NetDsl.Evaluation;

namespace NetDsl.PowerShell;

/// <summary>Completes the names of metrics, and says what each is.</summary>
public sealed class MetricCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        WildcardPattern pattern = new(wordToComplete + "*", WildcardOptions.IgnoreCase);
        return Metrics.All.Where(metric => pattern.IsMatch(metric.Metric.ToString())).Select(metric => new CompletionResult(
            metric.Metric.ToString(), metric.Metric.ToString(), CompletionResultType.ParameterValue, metric.Description));
    }
}
