using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetDsl.Generators.Tests.Emission;

public sealed class VectorUnitTests
{
    [Theory]
    [InlineData("Vector512")]
    [InlineData("Vector256")]
    [InlineData("Vector128")]
    [InlineData("Scalar")]
    public void Code_for_one_vector_unit_is_that_of_all_without_the_others(string unit)
    {
        GeneratorRun all = GeneratorRun.Of(Declarations.Shower);
        CSharpGeneratorDriver.Create([new NetworkGenerator(unit).AsSourceGenerator()])
            .RunGeneratorsAndUpdateCompilation(all.Compilation, out Compilation output, out _, TestContext.Current.CancellationToken);
        string[] texts = [.. output.SyntaxTrees.Skip(1).Select(tree => tree.ToString())];

        Assert.Equal(2, texts.Length);
        Assert.Contains(all.Sources, source => source.SourceText.ToString() == texts[1]);
        Assert.DoesNotContain("IsHardwareAccelerated", texts[0], StringComparison.Ordinal);
        Assert.Empty(output.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity == DiagnosticSeverity.Error));
    }
}
