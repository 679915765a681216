namespace NetDsl.Compilation;

/// <summary>What compiling a source gave: what is kept in the cache.</summary>
/// <param name="Assembly">The bytes of the assembly.</param>
/// <param name="Warnings">What was said of a declaration that compiles.</param>
/// <param name="Surplus">What makes the source more than a declaration, or null.</param>
internal sealed record CompiledImage(byte[] Assembly, IReadOnlyList<DeclarationDiagnostic> Warnings, string? Surplus);
