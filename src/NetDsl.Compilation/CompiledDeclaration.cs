using System.Reflection;
using NetDsl.Training;

namespace NetDsl.Compilation;

/// <summary>A source that was compiled, and the networks it declares.</summary>
public sealed class CompiledDeclaration
{
    // Only weakly held by the runtime; without it, what a network needs later could no longer be found.
    private readonly DeclarationContext context;

    internal CompiledDeclaration(string source, string key, CompiledImage image, bool isFromCache)
    {
        this.context = new DeclarationContext("NetDsl.Declared." + key);
        using MemoryStream stream = new(image.Assembly, writable: false);
        Assembly assembly = this.context.LoadFromStream(stream);
        this.Source = source;
        this.Warnings = image.Warnings;
        this.Surplus = image.Surplus;
        this.IsFromCache = isFromCache;
        this.Networks =
        [
            .. assembly.GetTypes()
                .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(INetwork)))
                .OrderBy(type => type.FullName, StringComparer.Ordinal)
                .Select(type => new CompiledNetwork(this, type)),
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
