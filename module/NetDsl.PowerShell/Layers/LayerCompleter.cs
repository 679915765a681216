using System.Management.Automation;
using System.Management.Automation.Language;

namespace NetDsl.PowerShell;

/// <summary>
/// Completes what follows a layer keyword. The keywords are no commands of the session, so that PowerShell asks here as it asks for a
/// program's arguments.
/// </summary>
public static class LayerCompleter
{
    /// <summary>Makes PowerShell ask; run in each session that imports the module.</summary>
    internal static void Register()
    {
        const string Script =
            "param($names) Register-ArgumentCompleter -Native -CommandName $names -ScriptBlock " +
            "{ param($word, $command, $cursor) [NetDsl.PowerShell.LayerCompleter]::Complete($word, $command, $cursor) }";
        ScriptBlock.Create(Script).Invoke([LayerKeyword.All.Select(keyword => keyword.Name).ToArray()]);
    }

    /// <summary>What could stand at the cursor.</summary>
    /// <param name="word">What was typed of it.</param>
    /// <param name="command">The keyword and what it is given so far.</param>
    /// <param name="cursor">Where in the script the cursor is.</param>
    public static IEnumerable<CompletionResult> Complete(string? word, CommandAst command, int cursor)
    {
        ArgumentNullException.ThrowIfNull(command);
        string? name = command.GetCommandName();
        LayerKeyword? keyword = LayerKeyword.All.FirstOrDefault(k => k.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (keyword is null)
        {
            return [];
        }

        word ??= string.Empty;
        int begin = word.Length == 0 ? cursor + 1 : cursor - word.Length;
        CommandElementAst[] before = [.. command.CommandElements.Skip(1).Where(e => e.Extent.EndOffset < begin)];
        if (before.LastOrDefault() is CommandParameterAst { Argument: null } named)
        {
            return Values(keyword.Parameters.FirstOrDefault(p => IsPrefix(named.ParameterName, p.Name)), word);
        }

        int position = before.Where((e, i) => e is not CommandParameterAst && (i == 0 || before[i - 1] is not CommandParameterAst)).Count();
        return word.StartsWith('-')
            ? keyword.Parameters.Where(p => IsPrefix(word[1..], p.Name)).Select(Name)
            : Values(keyword.Parameters.FirstOrDefault(p => p.Position == position), word);
    }

    private static bool IsPrefix(string typed, string whole) => whole.StartsWith(typed, StringComparison.OrdinalIgnoreCase);

    private static CompletionResult Name(LayerParameter parameter) => new(
        "-" + parameter.Name, parameter.Name, CompletionResultType.ParameterName, $"[{parameter.ValueType.Name}] {parameter.Name}");

    private static IEnumerable<CompletionResult> Values(LayerParameter? parameter, string word)
    {
        string[] values = parameter?.ValueType switch
        {
            { IsEnum: true } members => Enum.GetNames(members),
            { } type when type == typeof(bool) => ["$true", "$false"],
            _ => [],
        };
        return values
            .Where(value => IsPrefix(word, value))
            .Select(value => new CompletionResult(value, value, CompletionResultType.ParameterValue, value));
    }
}
