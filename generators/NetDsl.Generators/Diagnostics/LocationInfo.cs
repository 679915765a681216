using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace NetDsl.Generators.Diagnostics;

/// <summary>
/// A place in a source file, as plain data: a <see cref="Location"/> would keep its whole syntax tree alive in the pipeline's cache and
/// equal nothing of the next run.
/// </summary>
/// <param name="FilePath">The file.</param>
/// <param name="Span">The characters.</param>
/// <param name="Lines">The lines and columns, counted from 0.</param>
internal sealed record LocationInfo(string FilePath, TextSpan Span, LinePositionSpan Lines)
{
    public static LocationInfo Of(SyntaxNode node) => Of(node.SyntaxTree, node.Span);

    public static LocationInfo Of(SyntaxToken token) => Of(token.SyntaxTree!, token.Span);

    public static LocationInfo Of(SyntaxTree tree, TextSpan span) => new(tree.FilePath, span, tree.GetLineSpan(span).Span);

    /// <summary>
    /// The place in the compilation's own tree, so that a <c>#pragma warning disable</c> around it is heeded; the compiler does not look
    /// for one where a location only names a file.
    /// </summary>
    public Location ToLocation(Compilation compilation)
    {
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            if (tree.FilePath == this.FilePath && this.Span.End <= tree.Length && tree.GetLineSpan(this.Span).Span == this.Lines)
            {
                return Location.Create(tree, this.Span);
            }
        }

        return Location.Create(this.FilePath, this.Span, this.Lines);
    }
}
