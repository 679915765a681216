using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace NetDsl.Generators.Tests.Emission;

/// <summary>
/// Declarations compiled together with what is generated for them under the strictest settings that a user's project may have: nullable
/// references, every warning an error, documentation asked for, nothing unsafe.
/// </summary>
internal static class StrictCompilation
{
    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        allowUnsafe: false,
        generalDiagnosticOption: ReportDiagnostic.Error,
        warningLevel: 9999,
        nullableContextOptions: NullableContextOptions.Enable);

    /// <summary>Compiles files of the given texts.</summary>
    public static CSharpCompilation Of(LanguageVersion version, params string[] texts)
    {
        CSharpParseOptions parsing = new(version, DocumentationMode.Diagnose);
        var compilation = CSharpCompilation.Create(
            "Networks",
            texts.Select((text, i) => CSharpSyntaxTree.ParseText(text, parsing, $"Test{i}.cs", cancellationToken: TestContext.Current.CancellationToken)),
            GeneratorRun.References,
            Options);
        CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: parsing)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _, TestContext.Current.CancellationToken);
        return (CSharpCompilation)output;
    }

    /// <summary>Replaces text in every generated file.</summary>
    public static CSharpCompilation Replace(this CSharpCompilation compilation, string text, string replacement)
    {
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            string source = tree.ToString();
            if (source.Contains(text, StringComparison.Ordinal))
            {
                compilation = compilation.ReplaceSyntaxTree(
                    tree, tree.WithChangedText(SourceText.From(source.Replace(text, replacement, StringComparison.Ordinal), Encoding.UTF8)));
            }
        }

        return compilation;
    }

    /// <summary>Loads what was compiled into this process, to be collected when nobody uses it any more; fails on any warning.</summary>
    public static Assembly Load(this CSharpCompilation compilation)
    {
        using MemoryStream file = new();
        using MemoryStream documentation = new();
        EmitResult result = compilation.Emit(
            file, xmlDocumentationStream: documentation, cancellationToken: TestContext.Current.CancellationToken);
        IEnumerable<Diagnostic> problems = result.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning);
        Assert.Empty(problems.Select(d => $"{d}: {d.Location.SourceTree?.GetText().Lines[d.Location.GetLineSpan().StartLinePosition.Line]}"));
        file.Position = 0;
        return new AssemblyLoadContext("Networks", isCollectible: true).LoadFromStream(file);
    }
}
