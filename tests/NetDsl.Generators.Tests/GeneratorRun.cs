using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetDsl.Generators.Parsing;
using NetDsl.Generators.Shapes;

namespace NetDsl.Generators.Tests;

/// <summary>The generator over a piece of source, with its steps recorded.</summary>
internal sealed class GeneratorRun
{
    /// <summary>The framework and the library, as a user's program references them.</summary>
    public static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(p) == "netstandard.dll")
            .Select(p => MetadataReference.CreateFromFile(p)),
        MetadataReference.CreateFromFile(typeof(NetworkAttribute).Assembly.Location),
    ];

    private readonly GeneratorDriver driver;

    private GeneratorRun(GeneratorDriver driver, CSharpCompilation compilation)
    {
        this.Compilation = compilation;
        this.driver = driver.RunGeneratorsAndUpdateCompilation(
            compilation, out Compilation output, out ImmutableArray<Diagnostic> diagnostics, TestContext.Current.CancellationToken);
        this.Output = output;
        this.Diagnostics = diagnostics;
        if (this.Result.Exception is { } exception)
        {
            throw new InvalidOperationException("The generator failed.", exception);
        }
    }

    /// <summary>What was compiled.</summary>
    public CSharpCompilation Compilation { get; }

    /// <summary>The same with the generated files.</summary>
    public Compilation Output { get; }

    /// <summary>What the generator reported.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>The same in a form that a test can write down, in order of the file.</summary>
    public IEnumerable<ReportedDiagnostic> Reported => this.Diagnostics.OrderBy(d => d.Location.SourceSpan.Start).Select(ReportedDiagnostic.Of);

    public GeneratorRunResult Result => this.driver.GetRunResult().Results.Single();

    public ImmutableArray<GeneratedSourceResult> Sources => this.Result.GeneratedSources;

    /// <summary>The single network of the source.</summary>
    public NetworkGraph Graph => Assert.Single(this.Outputs<NetworkGraph>(TrackingNames.Graphs));

    /// <summary>The single declaration of the source that can be generated.</summary>
    public NetworkSpec Spec => Assert.Single(this.Outputs<NetworkSpec>(TrackingNames.Specs));

    /// <summary>Runs over files of the given texts, Test0.cs, Test1.cs ...; each begins with <c>using NetDsl;</c> on a line of its own.</summary>
    public static GeneratorRun Of(params string[] texts) => OfTrees([.. texts.Select((t, i) => Parse(t, $"Test{i}.cs"))]);

    /// <summary>Runs over one file of the given name.</summary>
    public static GeneratorRun OfFile(string path, string text) => OfTrees(Parse(text, path));

    /// <summary>The network of a class whose attributes are the given lines, in a file whose line 3 is the first of them.</summary>
    public static GeneratorRun OfNetwork(params string[] attributes) =>
        Of($"[Network]\n{string.Join("\n", attributes)}\npublic partial class Net;");

    /// <summary>Runs the same driver again.</summary>
    public GeneratorRun Again(CSharpCompilation compilation) => new(this.driver, compilation);

    /// <summary>Runs the same driver again, with one file changed.</summary>
    public GeneratorRun AgainWith(int file, string text) =>
        this.Again(this.Compilation.ReplaceSyntaxTree(this.Compilation.SyntaxTrees[file], Parse(text, $"Test{file}.cs")));

    /// <summary>The values that a step put out.</summary>
    public IEnumerable<T> Outputs<T>(string step) =>
        this.Result.TrackedSteps.TryGetValue(step, out ImmutableArray<IncrementalGeneratorRunStep> runs)
            ? runs.SelectMany(r => r.Outputs).Where(o => o.Reason != IncrementalStepRunReason.Removed).Select(o => (T)o.Value)
            : [];

    private static SyntaxTree Parse(string text, string path) =>
        CSharpSyntaxTree.ParseText("using NetDsl;\n" + text, new CSharpParseOptions(LanguageVersion.Latest), path);

    private static GeneratorRun OfTrees(params SyntaxTree[] trees)
    {
        var driver = CSharpGeneratorDriver.Create(
            [new NetworkGenerator().AsSourceGenerator()],
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        var compilation = CSharpCompilation.Create(
            "Test", trees, References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        return new GeneratorRun(driver, compilation);
    }
}
