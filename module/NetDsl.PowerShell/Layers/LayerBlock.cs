using System.Collections;
using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace NetDsl.PowerShell;

/// <summary>
/// Runs a model's script block. The keywords exist in the scope of the block alone, which is a scope of its own: what the block assigns is
/// gone after it, and a function of the session that has the name of a layer neither gets in the way nor is lost.
/// </summary>
internal static class LayerBlock
{
    private static readonly Lazy<Hashtable> Functions = new(() =>
    {
        Hashtable functions = new(StringComparer.OrdinalIgnoreCase);
        foreach (LayerKeyword keyword in LayerKeyword.All)
        {
            functions.Add(keyword.Name, keyword.ToFunction());
        }

        return functions;
    });

    // A block that calls itself would otherwise end only with the stack.
    [ThreadStatic]
    private static bool isRunning;

    /// <summary>The layers that a block declares, in order.</summary>
    /// <param name="block">The block.</param>
    public static IReadOnlyList<LayerStatement> Run(ScriptBlock block)
    {
        RefuseOuterAssignments(block);
        if (isRunning)
        {
            throw new CommandErrorException(
                "NestedModel", ErrorCategory.InvalidOperation, block, "A model cannot be made within the script block of another.");
        }

        isRunning = true;
        try
        {
            // The first error is the one to show; those after it follow from it.
            List<PSVariable> variables = [new PSVariable("ErrorActionPreference", ActionPreference.Stop)];
            return [.. block.InvokeWithContext(Functions.Value, variables).Select(AsLayer)];
        }
        catch (RuntimeException error) when (error is not PipelineStoppedException)
        {
            throw Explain(error);
        }
        finally
        {
            isRunning = false;
        }
    }

    private static LayerStatement AsLayer(PSObject? output) => output?.BaseObject is LayerStatement layer
        ? layer
        : throw new CommandErrorException(
            "InvalidLayer",
            ErrorCategory.InvalidType,
            output,
            $"The script block gave '{output}' of type {output?.BaseObject.GetType().Name ?? "null"}, where only layers can stand. " +
            $"Layers are: {Names()}.");

    private static CommandErrorException Explain(RuntimeException error)
    {
        // What a keyword refuses comes wrapped out of the function that called it.
        for (Exception? cause = error; cause is not null; cause = cause.InnerException)
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
                $"{position}: there is no layer '{unknown.CommandName}'. Layers are: {Names()}.",
                error);
        }

        string id = error is ParameterBindingException ? "InvalidLayer" : "ScriptBlockFailed";
        return new CommandErrorException(id, ErrorCategory.InvalidArgument, position?.Text, $"{position}: {error.Message}", error);
    }

    private static string Names() => string.Join(", ", LayerKeyword.All.Select(keyword => keyword.Name));

    // A scope of its own keeps plain assignments in; one that names an outer scope would get out.
    private static void RefuseOuterAssignments(ScriptBlock block)
    {
        Ast? found = block.Ast.Find(
            static node => Assigned(node) is VariableExpressionAst { VariablePath: { } path }
                && (path.IsGlobal || path.IsScript || path.IsDriveQualified),
            searchNestedScriptBlocks: true);
        if (found is not null)
        {
            throw new CommandErrorException(
                "AssignmentToOuterScope",
                ErrorCategory.InvalidOperation,
                found.Extent.Text,
                $"Line {found.Extent.StartLineNumber} ({found.Extent.Text}): the script block only declares layers; " +
                "it cannot assign to a variable outside of it.");
        }
    }

    private static ExpressionAst? Assigned(Ast node)
    {
        ExpressionAst? target = node switch
        {
            AssignmentStatementAst assignment => assignment.Left,
            UnaryExpressionAst
            {
                TokenKind: TokenKind.PlusPlus or TokenKind.MinusMinus or TokenKind.PostfixPlusPlus or TokenKind.PostfixMinusMinus,
            }
            change => change.Child,
            _ => null,
        };
        return target is ConvertExpressionAst typed ? typed.Child : target;
    }
}
