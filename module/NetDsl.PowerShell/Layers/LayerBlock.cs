using System.Management.Automation;

namespace NetDsl.PowerShell;

/// <summary>
/// Runs a model's script block. It runs in a scope of its own, in which the keywords are the module's whatever the session has under
/// their names; what it assigns is gone after it, and what it changes in the session in another way is put back and is an error.
/// </summary>
/// <param name="cmdlet">The command that was given the block.</param>
internal sealed class LayerBlock(PSCmdlet cmdlet)
{
    private const string KeywordModule = "NetDsl.Layers";

    [ThreadStatic]
    private static bool isRunning;

    /// <summary>Whether a block is running on this thread.</summary>
    public static bool IsRunning => isRunning;

    /// <summary>The inputs, layers and outputs that a block declares, in order.</summary>
    /// <param name="block">The block.</param>
    /// <exception cref="CommandErrorException">The block fails, gives something else, or does more than declare.</exception>
    public IReadOnlyList<LayerStatement> Run(ScriptBlock block)
    {
        LayerBlockRules.Check(block);

        // A block that calls itself would otherwise end only with the stack.
        if (isRunning)
        {
            throw new CommandErrorException(
                "NestedModel", ErrorCategory.InvalidOperation, block, "A model cannot be made within the script block of another.");
        }

        IReadOnlyList<LayerStatement> statements;
        SessionSnapshot before = SessionSnapshot.Take(block.Module?.SessionState ?? cmdlet.SessionState);
        IReadOnlyList<string> changes = [];
        try
        {
            statements = this.Declared(block);
        }
        finally
        {
            changes = before.Restore();
        }

        string deed = $"changed {string.Join(", ", changes)}, which was put back";
        return changes.Count == 0 ? statements : throw LayerBlockRules.Change(new ScriptPosition(cmdlet.MyInvocation), deed);
    }

    private IReadOnlyList<LayerStatement> Declared(ScriptBlock block)
    {
        Dictionary<string, FunctionInfo> keywords = this.Keywords();
        CommandInvocationIntrinsics engine = ((EngineIntrinsics)cmdlet.SessionState.PSVariable.GetValue("ExecutionContext")).InvokeCommand;
        EventHandler<CommandLookupEventArgs>? others = engine.PreCommandLookupAction;
        isRunning = true;
        try
        {
            // Functions of the scope of the block hide those of the session, but no aliases.
            if (this.HasAliasOf(keywords.Keys))
            {
                engine.PreCommandLookupAction = (sender, lookup) =>
                {
                    others?.Invoke(sender, lookup);
                    if (keywords.GetValueOrDefault(lookup.CommandName) is { } keyword)
                    {
                        lookup.Command = keyword;
                        lookup.StopSearch = true;
                    }
                };
            }

            // The first error is the one to show; those after it follow from it.
            List<PSVariable> variables = [new PSVariable("ErrorActionPreference", ActionPreference.Stop)];
            Dictionary<string, ScriptBlock> functions = keywords.ToDictionary(keyword => keyword.Key, keyword => keyword.Value.ScriptBlock);
            return [.. block.InvokeWithContext(functions, variables).Select(AsStatement)];
        }
        catch (RuntimeException error) when (error is not PipelineStoppedException)
        {
            throw Explain(error);
        }
        catch (LoopFlowException error)
        {
            throw new CommandErrorException(
                "ScriptBlockFailed",
                ErrorCategory.InvalidOperation,
                block,
                "The script block has a break or a continue outside of a loop of its own, which would end a loop around New-NetModel.",
                error);
        }
        finally
        {
            isRunning = false;
            engine.PreCommandLookupAction = others;
        }
    }

    // From the script module itself: the session may have them under a prefix, or not at all.
    private Dictionary<string, FunctionInfo> Keywords() => new(
        cmdlet.MyInvocation.MyCommand.Module.NestedModules.Single(module => module.Name == KeywordModule).ExportedFunctions,
        StringComparer.OrdinalIgnoreCase);

    private bool HasAliasOf(IEnumerable<string> names) =>
        names.Any(name => cmdlet.SessionState.InvokeProvider.Item.Exists("Microsoft.PowerShell.Core\\Alias::" + name));

    private static LayerStatement AsStatement(PSObject? output) => output?.BaseObject is LayerStatement statement
        ? statement
        : throw new CommandErrorException(
            "InvalidLayer",
            ErrorCategory.InvalidType,
            output,
            $"The script block gave '{output}' of type {output?.BaseObject.GetType().Name ?? "null"}, where only layers can stand. " +
            $"Layers are: {Names()}.");

    private static CommandErrorException Explain(RuntimeException error)
    {
        // What a keyword refuses is the exception of its record, or the cause of what a helper function makes of it.
        for (Exception? cause = error.ErrorRecord.Exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is CommandErrorException own)
            {
                return own;
            }
        }

        ScriptPosition? position = error.ErrorRecord.InvocationInfo is { } invocation ? new ScriptPosition(invocation) : null;
        if (error is CommandNotFoundException unknown)
        {
            return new CommandErrorException(
                "UnknownLayer",
                ErrorCategory.ObjectNotFound,
                unknown.CommandName,
                $"{position}: {LayerKeyword.NotFound(unknown.CommandName)}",
                error);
        }

        string id = error is ParameterBindingException ? "InvalidLayer" : "ScriptBlockFailed";
        return new CommandErrorException(id, ErrorCategory.InvalidArgument, position?.Text, $"{position}: {error.Message}", error);
    }

    private static string Names() => string.Join(", ", LayerKeyword.All.Select(keyword => keyword.Name));
}
