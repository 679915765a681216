using System.Collections.Concurrent;

namespace NetDsl.Compilation;

/// <summary>
/// Compiles a declaration at run time, with the generator and the optimisation that a project's own compilation uses. The same source is
/// compiled once: while a network of it is in use it is found in memory, later in the cache on disk. Safe from several threads at once.
/// </summary>
/// <param name="cache">What is kept on disk, or null for nothing.</param>
public sealed class NetworkCompiler(CompilationCache? cache)
{
    private readonly ConcurrentDictionary<string, WeakReference<CompiledDeclaration>> inUse = new(StringComparer.Ordinal);

    /// <summary>A compiler with the cache of the user.</summary>
    public static NetworkCompiler ForUser() =>
        new(CompilationCache.DefaultFolder is { } folder ? new CompilationCache(folder) : null);

    /// <summary>Compiles a source.</summary>
    /// <param name="source">C# text with one or more classes with [Network].</param>
    /// <param name="cancellationToken">Ends a compilation early.</param>
    /// <exception cref="DeclarationException">The source has mistakes, or declares no network; it lists them with their lines.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public CompiledDeclaration Compile(string source, CancellationToken cancellationToken = default) =>
        this.Compile(source, plainOnly: false, cancellationToken);

    /// <summary>
    /// Compiles a source that somebody else may have written, a part of a file, say: it must be a declaration and nothing else, so that no
    /// code but what is generated for its layers can come from it. What is more is refused before it is compiled.
    /// </summary>
    /// <param name="source">C# text with one or more classes with [Network].</param>
    /// <param name="cancellationToken">Ends a compilation early.</param>
    /// <exception cref="SurplusCodeException">The source is more than a declaration.</exception>
    /// <exception cref="DeclarationException">The source has mistakes, or declares no network; it lists them with their lines.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public CompiledDeclaration CompileDeclaration(string source, CancellationToken cancellationToken = default) =>
        this.Compile(source, plainOnly: true, cancellationToken);

    private static void Refuse(string? surplus, bool plainOnly)
    {
        if (plainOnly && surplus is not null)
        {
            throw new SurplusCodeException(surplus);
        }
    }

    private CompiledDeclaration Compile(string source, bool plainOnly, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        string key = CacheKey.Of(source);
        if (this.inUse.GetValueOrDefault(key) is { } reference && reference.TryGetTarget(out CompiledDeclaration? known))
        {
            Refuse(known.Surplus, plainOnly);
            return known;
        }

        CompiledImage? kept = cache?.Read(key);
        CompiledImage image = kept ?? SourceCompiler.Compile(source, "NetDsl.Declared." + key, plainOnly, cancellationToken);
        Refuse(image.Surplus, plainOnly);
        CompiledDeclaration declaration = new(source, key, image, isFromCache: kept is not null);
        if (kept is null)
        {
            cache?.Write(key, image);
        }

        this.inUse[key] = new WeakReference<CompiledDeclaration>(declaration);
        return declaration;
    }

    /// <summary>Compiles a source with all its networks in one precision, whatever it says of theirs: a twin to check gradients with.</summary>
    /// <param name="source">C# text with one or more classes with [Network].</param>
    /// <param name="precision">The element type of their parameters and activations.</param>
    /// <param name="cancellationToken">Ends a compilation early.</param>
    /// <exception cref="DeclarationException">
    /// The source has mistakes, such as a method of its own that needs the other precision, or declares no network.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public CompiledDeclaration Compile(string source, Precision precision, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return this.Compile(SourceCompiler.WithPrecision(source, precision, cancellationToken), cancellationToken);
    }
}
