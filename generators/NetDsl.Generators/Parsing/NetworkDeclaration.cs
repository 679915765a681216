using NetDsl.Generators.Diagnostics;

namespace NetDsl.Generators.Parsing;

/// <summary>A parsed declaration: what was declared, and apart from it where.</summary>
/// <param name="Spec">
/// What was declared; null where the attributes cannot be read as a network, because the compiler itself refuses one of them, or because
/// their order is undefined.
/// </param>
/// <param name="Network">Where [Network] is.</param>
/// <param name="Layers">Where each of <see cref="NetworkSpec.Layers"/> is, in the same order.</param>
/// <param name="Outputs">Where each of <see cref="NetworkSpec.Outputs"/> is, in the same order.</param>
/// <param name="Problems">What is wrong with the class itself or with the value of an argument.</param>
internal sealed record NetworkDeclaration(
    NetworkSpec? Spec,
    AttributeLocations Network,
    EquatableArray<AttributeLocations> Layers,
    EquatableArray<AttributeLocations> Outputs,
    EquatableArray<DiagnosticInfo> Problems)
{
    /// <summary>Whether nothing but the network's own shapes can still be wrong.</summary>
    public bool IsSound => this.Spec is not null && !this.Problems.Any(p => p.IsError);
}
