namespace NetDsl.Generators.Tests.Emission;

public sealed class SnapshotTests
{
    [Theory]
    [InlineData("Images.g.cs")]
    [InlineData("Images.Vector512.g.cs")]
    public void A_small_convolutional_network_is_written_as_before(string file) => Match(file, """
        [Input(6, 6, 1)]
        [Conv2D(8, 3, Padding = Padding.Same, Activation = Activation.ReLU)]
        [MaxPooling2D(2)]
        [Flatten]
        [Dropout(0.25)]
        [Dense(3, Activation.Softmax)]
        [Loss(Loss.CategoricalCrossentropy)]
        public partial class Images;
        """);

    [Theory]
    [InlineData("TruthTable.g.cs")]
    [InlineData("TruthTable.Vector128.g.cs")]
    public void A_tiny_network_is_written_as_before(string file) => Match(file, """
        [Input(3)]
        [Dense(4, Activation.Sigmoid)]
        [Dense(1, Activation.Sigmoid)]
        [Loss(Loss.MeanSquaredError)]
        public partial class TruthTable;
        """);

    [Theory]
    [InlineData("Filtered.g.cs")]
    [InlineData("Filtered.Vector256.g.cs")]
    public void A_convolution_by_a_minimal_filter_is_written_as_before(string file) => Match(file, """
        [Input(4, 6, 8)]
        [Conv2D(8, 5, 3, Padding = Padding.Same, Activation = Activation.ReLU)]
        [Loss(Loss.MeanSquaredError)]
        public partial class Filtered;
        """);

    private static void Match(string file, string declaration)
    {
        GeneratorRun run = GeneratorRun.Of("namespace Examples;\n[Network]\n" + declaration);
        Snapshot.Match(file, run.Sources.Single(source => source.HintName == "Examples." + file).SourceText.ToString());
    }
}
