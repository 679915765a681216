using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetDsl.Compilation;

/// <summary>
/// Tells a source that declares networks and does nothing else from one that brings code of its own. Only what is listed here may stand
/// in it: using directives, namespaces, and partial classes without members or bases whose attributes are those of NetDsl with
/// constants as arguments. From such a source no code can come but what is generated for its layers.
/// </summary>
internal static class PlainDeclaration
{
    private const string Suffix = "Attribute";

    /// <summary>What a person writes above a class; assemblies and modules have none of them.</summary>
    private static readonly HashSet<string> Attributes =
    [
        .. typeof(NetworkAttribute).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(Attribute)) && !type.IsAbstract)
            .SelectMany(type => (string[])[type.Name, type.Name[..^Suffix.Length]]),
    ];

    private static readonly SyntaxKind[] Modifiers =
    [
        SyntaxKind.PartialKeyword, SyntaxKind.PublicKeyword, SyntaxKind.InternalKeyword, SyntaxKind.SealedKeyword,
    ];

    /// <summary>The first thing in a source that is more than a declaration, or null.</summary>
    /// <param name="tree">The source.</param>
    /// <param name="cancellationToken">Ends the search early.</param>
    public static string? Surplus(SyntaxTree tree, CancellationToken cancellationToken)
    {
        CompilationUnitSyntax root = (CompilationUnitSyntax)tree.GetRoot(cancellationToken);
        if (root.ContainsDirectives)
        {
            return Text(root.GetFirstDirective()!, "a preprocessor directive");
        }

        return root.Externs.Select(node => Text(node, "an extern alias"))
            .Concat(root.AttributeLists.Select(list => Text(list, "an attribute of the assembly")))
            .Concat(root.Usings.Select(Of))
            .Concat(root.Members.Select(Of))
            .FirstOrDefault(surplus => surplus is not null);
    }

    private static string? Of(UsingDirectiveSyntax directive) =>
        directive.Alias is null && new[] { directive.StaticKeyword, directive.GlobalKeyword, directive.UnsafeKeyword }.All(k => k == default)
            ? null
            : Text(directive, "a using directive that is global or static or gives another name");

    private static string? Of(MemberDeclarationSyntax member) => member switch
    {
        BaseNamespaceDeclarationSyntax { AttributeLists.Count: 0, Externs.Count: 0, Modifiers.Count: 0 } space =>
            space.Usings.Select(Of).Concat(space.Members.Select(Of)).FirstOrDefault(surplus => surplus is not null),
        ClassDeclarationSyntax type => Of(type),
        _ => Text(member, "something that is no class"),
    };

    private static string? Of(ClassDeclarationSyntax type)
    {
        if (type.Members.Count > 0)
        {
            return Text(type.Members[0], $"a member of the class {type.Identifier.ValueText}");
        }

        bool isBare = type is { BaseList: null, TypeParameterList: null, ParameterList: null, ConstraintClauses.Count: 0 };
        bool isPartial = type.Modifiers.Any(SyntaxKind.PartialKeyword) && type.Modifiers.All(modifier => Modifiers.Contains(modifier.Kind()));
        return isBare && isPartial && type.AttributeLists.Count > 0
            ? type.AttributeLists.Select(Of).FirstOrDefault(surplus => surplus is not null)
            : Text(type, $"more than attributes on the class {type.Identifier.ValueText}");
    }

    private static string? Of(AttributeListSyntax list)
    {
        if (list.Target is not null)
        {
            return Text(list, "an attribute with a target");
        }

        foreach (AttributeSyntax attribute in list.Attributes)
        {
            // Written whole or not: names that only look like one of NetDsl would need an alias or a class with members.
            string name = attribute.Name.ToString();
            name = name.StartsWith("NetDsl.", StringComparison.Ordinal) ? name["NetDsl.".Length..] : name;
            if (!Attributes.Contains(name))
            {
                return Text(attribute, "an attribute that is not one of NetDsl");
            }

            if (attribute.ArgumentList?.Arguments.FirstOrDefault(argument => !IsConstant(argument.Expression)) is { } wrong)
            {
                return Text(wrong, wrong.Expression is TypeOfExpressionSyntax ? "a type" : "an argument that is no constant");
            }
        }

        return null;
    }

    private static bool IsConstant(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax or IdentifierNameSyntax or PredefinedTypeSyntax => true,
        MemberAccessExpressionSyntax access => IsConstant(access.Expression) && access.Name is IdentifierNameSyntax,
        PrefixUnaryExpressionSyntax unary => IsConstant(unary.Operand),
        BinaryExpressionSyntax binary => IsConstant(binary.Left) && IsConstant(binary.Right),
        ParenthesizedExpressionSyntax inner => IsConstant(inner.Expression),
        ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions.All(IsConstant),
        ArrayCreationExpressionSyntax { Type.ElementType: PredefinedTypeSyntax, Initializer: { } array } => array.Expressions.All(IsConstant),
        _ => false,
    };

    private static string Text(SyntaxNode node, string what)
    {
        int line = node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
        return FormattableString.Invariant($"line {line} has {what}");
    }
}
