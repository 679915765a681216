using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetDsl.Compilation;

/// <summary>Writes a precision into each [Network] of a source, on the line where it stands.</summary>
/// <param name="precision">The precision.</param>
internal sealed class PrecisionRewriter(Precision precision) : CSharpSyntaxRewriter
{
    private const string Property = nameof(NetworkAttribute.Precision);

    /// <inheritdoc/>
    public override SyntaxNode? VisitAttribute(AttributeSyntax node)
    {
        ArgumentNullException.ThrowIfNull(node);
        if (NameOf(node.Name) is not ("Network" or nameof(NetworkAttribute)))
        {
            return base.VisitAttribute(node);
        }

        ExpressionSyntax value = SyntaxFactory.ParseExpression($"global::{nameof(NetDsl)}.{nameof(Precision)}.{precision}");
        AttributeArgumentListSyntax arguments = node.ArgumentList ?? SyntaxFactory.AttributeArgumentList();
        AttributeArgumentSyntax? given = arguments.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == Property);
        if (given is not null)
        {
            return node.ReplaceNode(given.Expression, value.WithTriviaFrom(given.Expression));
        }

        // The text after the name, such as a comment, comes after what is added.
        AttributeArgumentSyntax added = SyntaxFactory.AttributeArgument(SyntaxFactory.NameEquals(Property), null, value);
        return node
            .WithName(node.Name.WithoutTrailingTrivia())
            .WithArgumentList(arguments.AddArguments(added))
            .WithTrailingTrivia(node.GetTrailingTrivia());
    }

    private static string NameOf(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => string.Empty,
    };
}
