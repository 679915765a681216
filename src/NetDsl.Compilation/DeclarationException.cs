namespace NetDsl.Compilation;

/// <summary>A declaration that cannot be compiled.</summary>
public sealed class DeclarationException : Exception
{
    internal DeclarationException(IReadOnlyList<DeclarationDiagnostic> diagnostics)
        : base("The declaration cannot be compiled.\n" + string.Join("\n", diagnostics))
    {
        this.Diagnostics = diagnostics;
    }

    internal DeclarationException(string message, Exception? inner = null)
        : base(message, inner)
    {
        this.Diagnostics = [];
    }

    /// <summary>The mistakes in order of the lines; empty where the source as a whole is none that declares a network.</summary>
    public IReadOnlyList<DeclarationDiagnostic> Diagnostics { get; }
}
