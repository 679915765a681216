using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;

namespace NetDsl.PowerShell;

/// <summary>Completes the names of the networks that a C# file declares.</summary>
public sealed partial class NetworkNameCompleter : IArgumentCompleter
{
    // A completer knows nothing of the session's drives and current folder but through a script.
    private static readonly ScriptBlock Resolve =
        ScriptBlock.Create(@"param($path) Microsoft.PowerShell.Management\Convert-Path $path -ErrorAction Ignore");

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        ArgumentNullException.ThrowIfNull(fakeBoundParameters);
        object? path = fakeBoundParameters[nameof(NewNetModelCommand.Path)] ?? fakeBoundParameters[nameof(NewNetModelCommand.LiteralPath)];
        return
            from file in path is null ? [] : Resolve.Invoke(path).Select(found => found.ToString())
            where file.EndsWith(".cs", StringComparison.OrdinalIgnoreCase)
            from Match match in NetworkClass().Matches(File.ReadAllText(file))
            let name = match.Groups["name"].Value
            where name.StartsWith(wordToComplete, StringComparison.OrdinalIgnoreCase)
            select new CompletionResult(name);
    }

    [GeneratedRegex(@"\[\s*Network\b[^;{]*?\bclass\s+(?<name>\w+)")]
    private static partial Regex NetworkClass();
}
