using NetDsl.Generators.Parsing;
using NetDsl.Generators.Shapes;

namespace NetDsl.Generators.Diagnostics;

/// <summary>Brings the mistakes of a declaration together with its locations.</summary>
internal static class DeclarationDiagnostics
{
    /// <summary>
    /// All mistakes and warnings in order of the file. The shapes are inferred once more here than for the source: it takes microseconds,
    /// and keeps the locations out of what the source depends on.
    /// </summary>
    public static EquatableArray<DiagnosticInfo> Of(NetworkDeclaration declaration)
    {
        IEnumerable<DiagnosticInfo> diagnostics = declaration.Problems;
        if (declaration.Spec is { } spec)
        {
            // A value that its enum does not have is a mistake already; what it makes of the network is not worth a warning.
            IEnumerable<DeclarationProblem> problems = ShapeInference.Infer(spec).Problems.Where(p => p.IsError || declaration.IsSound);
            diagnostics = diagnostics.Concat(
                problems.Select(p => new DiagnosticInfo(p.Descriptor, Locate(declaration, p.Site), p.Arguments)));
        }

        return new EquatableArray<DiagnosticInfo>(diagnostics.OrderBy(d => d.Location.Span.Start));
    }

    private static LocationInfo Locate(NetworkDeclaration declaration, DeclarationSite site)
    {
        AttributeLocations attribute = site switch
        {
            { IsNetwork: true } => declaration.Network,
            { Output: { } output } => declaration.Outputs[output],
            _ => declaration.Layers[site.Place],
        };
        return attribute.Of(site.Argument);
    }
}
