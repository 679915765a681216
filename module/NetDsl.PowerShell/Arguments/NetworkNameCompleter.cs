using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using System.Text.RegularExpressions;

namespace NetDsl.PowerShell;

/// <summary>Completes the names of the networks that a C# file declares.</summary>
public sealed partial class NetworkNameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        ArgumentNullException.ThrowIfNull(fakeBoundParameters);
        object? given = fakeBoundParameters[nameof(NewNetModelCommand.Path)] ?? fakeBoundParameters[nameof(NewNetModelCommand.LiteralPath)];
        string? path = LanguagePrimitives.ConvertTo<string[]>(given)?.FirstOrDefault();
        string? file = path is null ? null : Runspace.DefaultRunspace.SessionStateProxy.Path.GetUnresolvedProviderPathFromPSPath(path);
        return file is not null && file.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) && File.Exists(file)
            ? NetworkClass().Matches(File.ReadAllText(file))
                .Select(match => match.Groups["name"].Value)
                .Where(name => name.StartsWith(wordToComplete, StringComparison.OrdinalIgnoreCase))
                .Select(name => new CompletionResult(name))
            : [];
    }

    [GeneratedRegex(@"\[\s*Network\b[^;{]*?\bclass\s+(?<name>\w+)")]
    private static partial Regex NetworkClass();
}
