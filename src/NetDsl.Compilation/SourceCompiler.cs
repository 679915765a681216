using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using NetDsl.Generators;

namespace NetDsl.Compilation;

/// <summary>From text to an assembly. With <see cref="PrecisionRewriter"/> all that touches the compiler, so that what is cached never loads it.</summary>
internal static class SourceCompiler
{
    private const string SourcePath = "declaration.cs";

    /// <summary>What the compiler reports where a generator threw.</summary>
    private const string GeneratorFailed = "CS8785";

    // What the SDK adds to a project with implicit usings, so that a file of such a project compiles here as it does there.
    private const string ImplicitUsings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest);

    private static readonly Lazy<ImmutableArray<MetadataReference>> References = new(FindReferences);

    /// <summary>Compiles a source.</summary>
    /// <param name="source">C# text.</param>
    /// <param name="assemblyName">The name of the assembly.</param>
    /// <param name="plainOnly">Whether it may be nothing but a declaration.</param>
    /// <param name="cancellationToken">Ends the compilation early.</param>
    /// <exception cref="DeclarationException">The source has mistakes.</exception>
    /// <exception cref="SurplusCodeException">It is more than it may be.</exception>
    public static CompiledImage Compile(string source, string assemblyName, bool plainOnly, CancellationToken cancellationToken)
    {
        SyntaxTree tree = Parse(source, SourcePath, cancellationToken);
        Refuse(tree.GetDiagnostics(cancellationToken), tree);
        string? surplus = PlainDeclaration.Surplus(tree, cancellationToken);
        if (plainOnly && surplus is not null)
        {
            throw new SurplusCodeException(surplus);
        }

        CSharpCompilation compilation = CSharpCompilation.Create(
            assemblyName,
            [tree, Parse(ImplicitUsings, string.Empty, cancellationToken)],
            References.Value,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: OptimizationLevel.Release,
                nullableContextOptions: NullableContextOptions.Enable,
                deterministic: true));

        CSharpGeneratorDriver.Create([new NetworkGenerator(VectorUnit.Name).AsSourceGenerator()], parseOptions: ParseOptions)
            .RunGeneratorsAndUpdateCompilation(
                compilation, out Microsoft.CodeAnalysis.Compilation output, out ImmutableArray<Diagnostic> said, cancellationToken);

        if (said.Any(IsError))
        {
            // With what the compiler says of the attributes themselves. What it would say of code that uses the network only follows from
            // a network that was not generated.
            Refuse(said.Concat(compilation.GetDeclarationDiagnostics(cancellationToken)), tree);
        }

        using MemoryStream assembly = new();
        Refuse(output.Emit(assembly, cancellationToken: cancellationToken).Diagnostics, tree);
        return new CompiledImage(assembly.ToArray(), [.. InOrder(said)], surplus);
    }

    /// <summary>The same source with another precision of its networks.</summary>
    /// <param name="source">C# text.</param>
    /// <param name="precision">The precision.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static string WithPrecision(string source, Precision precision, CancellationToken cancellationToken) =>
        new PrecisionRewriter(precision).Visit(Parse(source, SourcePath, cancellationToken).GetRoot(cancellationToken)).ToFullString();

    private static SyntaxTree Parse(string text, string path, CancellationToken cancellationToken) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), ParseOptions, path, cancellationToken);

    private static bool IsError(Diagnostic diagnostic) =>
        diagnostic.Severity == DiagnosticSeverity.Error || diagnostic.Id == GeneratorFailed;

    private static void Refuse(IEnumerable<Diagnostic> diagnostics, SyntaxTree source)
    {
        Diagnostic[] errors = [.. diagnostics.Where(IsError)];
        if (errors.FirstOrDefault(d => d.Id == GeneratorFailed || (d.Location.SourceTree is { } tree && tree != source)) is { } own)
        {
            throw new DeclarationException(
                "No code could be generated that compiles. This is a mistake of NetDsl, not of the declaration; " +
                $"please report it with the source. ({own})");
        }

        if (errors.Length > 0)
        {
            throw new DeclarationException([.. InOrder(errors)]);
        }
    }

    private static IEnumerable<DeclarationDiagnostic> InOrder(IEnumerable<Diagnostic> diagnostics) => diagnostics
        .Select(d => (Diagnostic: d, d.Location.GetLineSpan().StartLinePosition))
        .OrderBy(d => d.StartLinePosition)
        .Select(d => new DeclarationDiagnostic(
            d.Diagnostic.Id,
            d.Diagnostic.Severity == DiagnosticSeverity.Error,
            d.StartLinePosition.Line + 1,
            d.StartLinePosition.Character + 1,
            d.Diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)));

    // The framework this process runs on, and the NetDsl it has loaded: what is compiled against is what will be called.
    private static ImmutableArray<MetadataReference> FindReferences()
    {
        string trusted = AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string
            ?? throw new PlatformNotSupportedException(
                "Declarations cannot be compiled in a program without the assemblies of its framework as files.");
        IEnumerable<string> framework = trusted.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(path => Path.GetFileName(path) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll"));
        return
        [
            .. framework.Append(typeof(NetworkAttribute).Assembly.Location).Select(path => MetadataReference.CreateFromFile(path)),
        ];
    }
}
