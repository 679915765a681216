using Microsoft.CodeAnalysis;

namespace NetDsl.Generators.Diagnostics;

/// <summary>A diagnostic as plain data, for the pipeline.</summary>
/// <param name="Descriptor">Which.</param>
/// <param name="Location">Where.</param>
/// <param name="Arguments">What fills its message.</param>
internal sealed record DiagnosticInfo(DiagnosticDescriptor Descriptor, LocationInfo Location, EquatableArray<string> Arguments)
{
    public bool IsError => this.Descriptor.DefaultSeverity == DiagnosticSeverity.Error;

    public Diagnostic ToDiagnostic(Compilation compilation) =>
        Diagnostic.Create(this.Descriptor, this.Location.ToLocation(compilation), [.. this.Arguments]);
}
