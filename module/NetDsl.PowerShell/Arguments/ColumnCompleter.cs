using System.Collections;
using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Language;
using NetDsl.Data;

namespace NetDsl.PowerShell;

/// <summary>
/// Completes the names of columns: from the header of the file that -Path names, or from the objects that come through the pipeline where they
/// stand in a variable or come from Import-Csv. Nothing is run for it.
/// </summary>
public sealed class ColumnCompleter : IArgumentCompleter
{
    private static readonly string[] PathParameters = ["Path", "LiteralPath"];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        ArgumentNullException.ThrowIfNull(fakeBoundParameters);
        ArgumentNullException.ThrowIfNull(wordToComplete);
        ArgumentNullException.ThrowIfNull(commandAst);
        string typed = wordToComplete.Trim('\'', '"');
        return Columns(commandAst, fakeBoundParameters)
            .Where(name => name.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .Select(name => new CompletionResult(Quoted(name), name, CompletionResultType.ParameterValue, $"the column {name}"));
    }

    /// <summary>What is in the file that -Path names; nothing where there is none.</summary>
    internal static IReadOnlyList<NetDataItem> ItemsOf(IDictionary given)
    {
        try
        {
            return PathParameters.Any(given.Contains) && FileOf(given) is { } file ? DataFileContent.Of(file) : [];
        }
        catch (Exception error) when (error is DataFormatException or IOException or UnauthorizedAccessException or RuntimeException)
        {
            return [];
        }
    }

    private static IReadOnlyList<string> Columns(CommandAst command, IDictionary given)
    {
        try
        {
            return PathParameters.Any(given.Contains) ? OfFile(given)
                : given.Contains("InputObject") ? OfObjects(given["InputObject"])
                : command.Parent is PipelineAst pipeline && pipeline.PipelineElements[0] is var source && source != command ? OfSource(source)
                : [];
        }
        catch (Exception error) when (error is DataFormatException or IOException or UnauthorizedAccessException or RuntimeException)
        {
            // What cannot be read has no names to offer; the command itself will say what is wrong.
            return [];
        }
    }

    private static IReadOnlyList<string> OfSource(CommandBaseAst source)
    {
        if (source is CommandExpressionAst { Expression: VariableExpressionAst variable })
        {
            return OfObjects(Invoke("Get-Variable", ("Name", variable.VariablePath.UserPath), ("ValueOnly", true)).FirstOrDefault());
        }

        if (source is not CommandAst command || command.GetCommandName()?.ToUpperInvariant() is not ("IMPORT-CSV" or "IPCSV"))
        {
            return [];
        }

        Dictionary<string, object> constants = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, ParameterBindingResult bound) in StaticParameterBinder.BindCommand(command).BoundParameters)
        {
            if (bound.ConstantValue is { } value)
            {
                constants[name] = value;
            }
        }

        return PathParameters.Any(constants.ContainsKey) ? OfFile(constants) : [];
    }

    private static IReadOnlyList<string> OfFile(IDictionary given)
    {
        if (FileOf(given) is not { } file)
        {
            return [];
        }

        DataFormat format = DataFormat.Of(file);
        if (format is IdxFormat or NpyFormat)
        {
            return [];
        }

        if (format is not TextFormat)
        {
            IReadOnlyList<NetDataItem> items = DataFileContent.Of(file);
            bool hasColumns = items.Any(item => item.Kind == "Column");
            return [.. items.Where(item => item.Kind == (hasColumns ? "Column" : "Array")).Select(item => item.Name.TrimStart('/'))];
        }

        char delimiter = given["Delimiter"]?.ToString() is [var one] ? one : TableFormat.DelimiterOf(file);
        return CsvFile.ReadColumns(file, new CsvOptions { Delimiter = delimiter, HasHeader = !given.Contains("NoHeader") });
    }

    private static string? FileOf(IDictionary given)
    {
        string parameter = PathParameters.First(given.Contains);
        object? path = given[parameter] is IList { Count: > 0 } several ? several[0] : given[parameter];
        return path is not null && Invoke("Convert-Path", (parameter, path)) is [{ BaseObject: string file }, ..] ? file : null;
    }

    private static IReadOnlyList<string> OfObjects(object? objects)
    {
        object? first = LanguagePrimitives.GetEnumerable(objects) is { } several ? several.Cast<object?>().FirstOrDefault() : objects;
        return first is null ? [] : ObjectProperties.Names(PSObject.AsPSObject(first));
    }

    private static Collection<PSObject> Invoke(string command, params (string Name, object Value)[] parameters)
    {
        using System.Management.Automation.PowerShell shell = System.Management.Automation.PowerShell.Create(RunspaceMode.CurrentRunspace);
        shell.AddCommand(command);
        foreach ((string name, object value) in parameters)
        {
            shell.AddParameter(name, value);
        }

        return shell.Invoke();
    }

    /// <summary>A name as it is written at a prompt.</summary>
    internal static string Quoted(string name) => name.All(c => char.IsLetterOrDigit(c) || c == '_')
        ? name
        : $"'{CodeGeneration.EscapeSingleQuotedStringContent(name)}'";
}
