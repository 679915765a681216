using System.Reflection;

namespace NetDsl.Compilation;

/// <summary>A source that was compiled, and the networks it declares.</summary>
public sealed class CompiledDeclaration
{
    internal CompiledDeclaration(string source, string key, CompiledImage image, bool isFromCache)
    {
        DeclarationContext context = new("NetDsl.Declared." + key, folder: null);
        Assembly assembly = context.LoadFromBytes(image.Assembly);
        this.Source = source;
        this.Warnings = image.Warnings;
        this.Surplus = image.Surplus;
        this.IsFromCache = isFromCache;
        this.Networks =
        [
            .. assembly.GetTypes()
                .Where(CompiledNetwork.IsNetwork)
                .OrderBy(type => type.FullName, StringComparer.Ordinal)
                .Select(type => new CompiledNetwork(type, source, owner: (this, context))),
        ];
        if (this.Networks.Count == 0)
        {
            throw new DeclarationException("The source has no class with [Network].");
        }
    }

    /// <summary>The C# text.</summary>
    public string Source { get; }

    /// <summary>The networks in order of their names; at least one.</summary>
    public IReadOnlyList<CompiledNetwork> Networks { get; }

    /// <summary>What the generator said that is no error.</summary>
    public IReadOnlyList<DeclarationDiagnostic> Warnings { get; }

    /// <summary>Whether it was compiled before and came from the disk.</summary>
    public bool IsFromCache { get; }

    /// <summary>What makes the source more than a declaration, or null.</summary>
    internal string? Surplus { get; }
}
