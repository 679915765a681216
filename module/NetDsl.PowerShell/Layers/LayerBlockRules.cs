using System.Management.Automation;
using System.Management.Automation.Language;

namespace NetDsl.PowerShell;

/// <summary>
/// A model's script block only declares. What can be seen to change something outside of the block is refused before it runs: an assignment
/// to a variable of a named scope or a drive ($global:x, $env:x), to an element or a property of a variable that the block does not
/// assign itself, a reference to such a variable, a function of a named scope, and a command on the drive of the environment, which other
/// sessions share, so that nothing of it could be put back.
/// </summary>
internal static class LayerBlockRules
{
    // What PowerShell gives a block of its own: its objects may be anybody's, but which cannot be seen.
    private static readonly string[] Given = ["_", "PSItem", "args", "input", "this", "Matches"];

    private static readonly string[] Readers =
    [
        "Get-Item", "gi", "Get-ChildItem", "gci", "dir", "ls", "Get-Content", "gc", "cat", "type", "Test-Path",
    ];

    /// <summary>Refuses a block that does more than declare.</summary>
    /// <param name="block">The block.</param>
    /// <exception cref="CommandErrorException">It does; the message says where.</exception>
    public static void Check(ScriptBlock block)
    {
        HashSet<string> own = new(Given, StringComparer.OrdinalIgnoreCase);
        own.UnionWith(
            from node in block.Ast.FindAll(_ => true, searchNestedScriptBlocks: true)
            from variable in Assigned(node).OfType<VariableExpressionAst>()
            where IsOfScope(variable.VariablePath)
            select NameOf(variable.VariablePath));
        if (block.Ast.Find(node => ChangesOuter(node, own), searchNestedScriptBlocks: true) is { } found)
        {
            throw Change(new ScriptPosition(found.Extent), "would change what is outside of it");
        }
    }

    /// <summary>The error of a block that does more than declare.</summary>
    /// <param name="position">What does it, or who runs the block.</param>
    /// <param name="deed">What it does.</param>
    public static CommandErrorException Change(ScriptPosition position, string deed) => new(
        "AssignmentToOuterScope",
        ErrorCategory.InvalidOperation,
        position.Text,
        $"{position}: the script block {deed}. It only declares layers; do the rest before or after New-NetModel.");

    private static bool ChangesOuter(Ast node, HashSet<string> own) => node switch
    {
        FunctionDefinitionAst { Name: var name } =>
            name.Contains(':', StringComparison.Ordinal) && !name.StartsWith("local:", StringComparison.OrdinalIgnoreCase),
        CommandAst command => ChangesEnvironment(command),
        ConvertExpressionAst { Type.TypeName.FullName: var type, Child: VariableExpressionAst variable } when IsReference(type) =>
            !IsOwn(variable, own),
        _ => Assigned(node).Any(target => target is VariableExpressionAst variable
            ? !IsOfScope(variable.VariablePath)
            : Root(target) is { } root && !IsOwn(root, own)),
    };

    private static bool ChangesEnvironment(CommandAst command) =>
        command.CommandElements.Skip(1).OfType<StringConstantExpressionAst>()
            .Any(argument => argument.Value.StartsWith("env:", StringComparison.OrdinalIgnoreCase))
        && !Readers.Contains(command.GetCommandName(), StringComparer.OrdinalIgnoreCase);

    private static bool IsReference(string type) => type.Equals("ref", StringComparison.OrdinalIgnoreCase);

    private static bool IsOwn(VariableExpressionAst variable, HashSet<string> own) =>
        IsOfScope(variable.VariablePath) && own.Contains(NameOf(variable.VariablePath));

    // What a statement assigns to: variables, elements, properties.
    private static IEnumerable<ExpressionAst> Assigned(Ast node) => node switch
    {
        AssignmentStatementAst assignment => Targets(assignment.Left),
        ForEachStatementAst loop => [loop.Variable],
        ParameterAst parameter => [parameter.Name],
        UnaryExpressionAst
        {
            TokenKind: TokenKind.PlusPlus or TokenKind.MinusMinus or TokenKind.PostfixPlusPlus or TokenKind.PostfixMinusMinus,
        }
        change => Targets(change.Child),
        _ => [],
    };

    private static IEnumerable<ExpressionAst> Targets(ExpressionAst target) => target switch
    {
        AttributedExpressionAst typed => typed.Child is ExpressionAst child ? Targets(child) : [],
        ArrayLiteralAst several => several.Elements.SelectMany(Targets),
        ParenExpressionAst { Pipeline: PipelineAst { PipelineElements: [CommandExpressionAst inner] } } => Targets(inner.Expression),
        _ => [target],
    };

    // $x of $x[0].y; null where an element of something else is assigned to, which is gone with the block.
    private static VariableExpressionAst? Root(ExpressionAst target) => target switch
    {
        VariableExpressionAst variable => variable,
        IndexExpressionAst index => Root(index.Target),
        MemberExpressionAst member => Root(member.Expression),
        _ => null,
    };

    private static bool IsOfScope(VariablePath path) => path.IsUnqualified || path.IsLocal || path.IsPrivate;

    private static string NameOf(VariablePath path) => path.UserPath[(path.UserPath.LastIndexOf(':') + 1)..];
}
