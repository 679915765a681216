using System.Globalization;
using Microsoft.CodeAnalysis;
using NetDsl.Generators.Diagnostics;

namespace NetDsl.Generators.Parsing;

/// <summary>Layers apply in the order written; between the parts of a partial class there is no order.</summary>
internal static class AttributeOrder
{
    /// <summary>Whether one declaration of the class carries all the attributes; reports the others otherwise.</summary>
    public static bool Check(
        INamedTypeSymbol type, IEnumerable<AttributeData> attributes, ICollection<DiagnosticInfo> problems, CancellationToken cancellation)
    {
        List<IGrouping<SyntaxNode?, SyntaxNode>> parts =
        [
            .. attributes
                .Select(a => a.ApplicationSyntaxReference?.GetSyntax(cancellation))
                .OfType<SyntaxNode>()
                .OrderBy(s => s.SyntaxTree.FilePath, StringComparer.Ordinal)
                .ThenBy(s => s.SpanStart)
                .GroupBy(s => s.Parent?.Parent),
        ];
        string places = string.Join(", ", parts.Select(p => PlaceOf(p.First())));
        foreach (IGrouping<SyntaxNode?, SyntaxNode> part in parts.Skip(1))
        {
            EquatableArray<string> values = new([type.Name, places]);
            problems.Add(new DiagnosticInfo(DiagnosticDescriptors.SplitDeclaration, LocationInfo.Of(part.First()), values));
        }

        return parts.Count <= 1;
    }

    private static string PlaceOf(SyntaxNode attribute)
    {
        LocationInfo location = LocationInfo.Of(attribute);
        string line = (location.Lines.Start.Line + 1).ToString(CultureInfo.InvariantCulture);
        return $"{Path.GetFileName(location.FilePath)} line {line}";
    }
}
