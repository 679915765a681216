namespace NetDsl.Generators.Tests.Diagnostics;

public sealed class NormalizationDiagnosticsTests
{
    private const string Loss = "[Loss(Loss.MeanSquaredError)]";

    [Fact]
    public void A_Normalization_between_layers_cannot_learn_from_the_data()
    {
        GeneratorRun run = GeneratorRun.OfNetwork("[Input(3)]", "[Dense(8)]", "[Flatten]", "[Normalization]", "[Dense(1)]", Loss);

        ReportedDiagnostic reported = Assert.Single(run.Reported);
        Assert.Equal("NETDSL048", reported.Id);
        Assert.Contains("not what layer 1 'Flatten' gives", reported.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mean = new[] { 1.0 }", "Mean is written without Variance")]
    [InlineData("Variance = new[] { 1.0 }", "Variance is written without Mean")]
    [InlineData("Mean = new[] { 1.0, 2.0 }, Variance = new[] { 1.0 }", "Mean has 2 values; the input gives (3), which needs 3")]
    [InlineData("Mean = new[] { 1.0 }, Variance = new[] { 1.0, -2.0, 1.0 }", "each value of Variance must be a finite number of at least 0; one is -2")]
    [InlineData("Mean = new[] { double.NaN }, Variance = new[] { 1.0 }", "each value of Mean must be a finite number; one is NaN")]
    public void Statistics_that_do_not_fit_are_refused(string arguments, string message)
    {
        GeneratorRun run = GeneratorRun.OfNetwork("[Input(3)]", $"[Normalization({arguments})]", Loss);

        ReportedDiagnostic reported = Assert.Single(run.Reported);
        Assert.Equal("NETDSL049", reported.Id);
        Assert.Contains(message, reported.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BatchNormalization(Momentum = 1.01)", "BatchNormalization needs a Momentum from 0 to 1; it is 1.01")]
    [InlineData("BatchNormalization(Momentum = double.NaN)", "BatchNormalization needs a Momentum from 0 to 1; it is NaN")]
    [InlineData("BatchNormalization(Epsilon = 0)", "BatchNormalization needs an Epsilon above 0; it is 0")]
    [InlineData("LayerNormalization(Epsilon = -0.001)", "LayerNormalization needs an Epsilon above 0; it is -0.001")]
    public void Settings_out_of_range_are_refused(string layer, string message)
    {
        ReportedDiagnostic reported = Assert.Single(GeneratorRun.OfNetwork("[Input(3)]", $"[{layer}]", Loss).Reported);

        Assert.Equal(("NETDSL050", message), (reported.Id, reported.Message));
    }
}
