using Microsoft.CodeAnalysis;

namespace NetDsl.Generators.Shapes;

/// <summary>A mistake in a declaration, or a warning, without its location, which only the diagnostics' own pipeline knows.</summary>
/// <param name="Descriptor">Which.</param>
/// <param name="Site">The attribute it is reported at.</param>
/// <param name="Arguments">What fills its message.</param>
internal sealed record DeclarationProblem(DiagnosticDescriptor Descriptor, DeclarationSite Site, EquatableArray<string> Arguments)
{
    public DeclarationProblem(DiagnosticDescriptor descriptor, DeclarationSite site, params string[] arguments)
        : this(descriptor, site, new EquatableArray<string>(arguments))
    {
    }

    public bool IsError => this.Descriptor.DefaultSeverity == DiagnosticSeverity.Error;
}
