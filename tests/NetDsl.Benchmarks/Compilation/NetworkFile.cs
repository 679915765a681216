using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using NetDsl.Benchmarks.Measurement;
using NetDsl.Generators;

namespace NetDsl.Benchmarks.Compilation;

/// <summary>A C# file of declared networks, compiled as an SDK would compile it: with the generator, optimised.</summary>
internal static class NetworkFile
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest);

    /// <summary>Compiles a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="MeasurementException">It cannot be read, or does not compile.</exception>
    public static CompilationResult Compile(string path)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new MeasurementException($"{path} cannot be read: {error.Message}");
        }

        long start = Stopwatch.GetTimestamp();
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Measured",
            [CSharpSyntaxTree.ParseText(SourceText.From("global using System;\n" + text, Encoding.UTF8), ParseOptions, path)],
            References(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out Microsoft.CodeAnalysis.Compilation output, out ImmutableArray<Diagnostic> said);
        using MemoryStream assembly = new();
        Diagnostic? wrong = output.Emit(assembly).Diagnostics.Concat(said).FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        if (wrong is not null)
        {
            throw new MeasurementException($"{path} does not compile: {wrong}");
        }

        ImmutableArray<GeneratedSourceResult> sources = driver.GetRunResult().Results[0].GeneratedSources;
        return new CompilationResult(
            driver.GetTimingInfo().ElapsedTime.TotalSeconds,
            seconds,
            sources.Length,
            sources.Select(source => Encoding.UTF8.GetByteCount(source.SourceText.ToString())).DefaultIfEmpty(0).Max());
    }

    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(file => MetadataReference.CreateFromFile(file));
}
