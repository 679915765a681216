using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace NetDsl.PowerShell;

/// <summary>Completes the names of the tables in the file that -Path names, and in HDF5 those of groups and arrays.</summary>
public sealed class TableCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        ArgumentNullException.ThrowIfNull(fakeBoundParameters);
        ArgumentNullException.ThrowIfNull(wordToComplete);
        string typed = wordToComplete.Trim('\'', '"');
        return ColumnCompleter.ItemsOf(fakeBoundParameters)
            .Where(item => item.Kind is "Table" or "Group" || item.Name.StartsWith('/'))
            .Where(item => item.Name.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .Select(item => new CompletionResult(ColumnCompleter.Quoted(item.Name), item.Name, CompletionResultType.ParameterValue, $"the {item.Kind} {item.Name}"));
    }
}
