namespace NetDsl.Generators.Tests.Diagnostics;

/// <summary>Mistakes in layers that rearrange values, add to their edges or change them at random.</summary>
public sealed class SpatialDiagnosticsTests
{
    private const string Loss = "[Loss(Loss.MeanSquaredError)]";

    [Theory]
    [InlineData("Reshape(5, 5)", "(5, 5)", "25")]
    [InlineData("Reshape(24)", "(24)", "24")]
    [InlineData("Reshape(7, -1)", "(7, -1)", "a multiple of 7")]
    [InlineData("Reshape(65536, 65536)", "(65536, 65536)", "2,147,483,648")]
    public void A_target_shape_with_another_number_of_values_is_refused(string layer, string shape, string needed)
    {
        GeneratorRun run = GeneratorRun.OfNetwork("[Input(4, 5)]", $"[{layer}]", Loss);

        Assert.Equal(
            new ReportedDiagnostic("NETDSL040", 4, layer, $"Reshape to {shape} needs {needed} values; the input gives (4, 5), 20 values"),
            Assert.Single(run.Reported));
    }

    [Theory]
    [InlineData("Reshape(-1, -1)", "-1", "-1")]
    [InlineData("Reshape(4, 0)", "0", "0")]
    [InlineData("Reshape(-2, 5)", "-2", "-2")]
    public void A_target_extent_that_is_neither_positive_nor_the_only_one_left_open_is_refused(string layer, string text, string extent)
    {
        GeneratorRun run = GeneratorRun.OfNetwork("[Input(4, 5)]", $"[{layer}]", Loss);

        Assert.Equal(
            new ReportedDiagnostic("NETDSL017", 4, text, $"Reshape needs each extent, but for one that is -1, to be at least 1; it is {extent}"),
            Assert.Single(run.Reported));
    }

    [Theory]
    [InlineData("Permute(0, 1)", "2", "(0, 1)")]
    [InlineData("Permute(1, 1)", "2", "(1, 1)")]
    [InlineData("Permute(1, 3)", "2", "(1, 3)")]
    [InlineData("Permute()", "1", "()")]
    public void Dimensions_that_are_no_order_are_refused(string layer, string count, string dims)
    {
        GeneratorRun run = GeneratorRun.OfNetwork("[Input(4, 5)]", $"[{layer}]", Loss);

        Assert.Equal(
            new ReportedDiagnostic("NETDSL041", 4, layer, $"Permute needs each of the dimensions 1 to {count} once; it has {dims}"),
            Assert.Single(run.Reported));
    }

    [Fact]
    public void More_dimensions_than_there_are_are_refused()
    {
        GeneratorRun run = GeneratorRun.OfNetwork("[Input(4, 5)]", "[Permute(1, 3, 2)]", Loss);

        Assert.Equal(
            "Permute needs an input of rank 3 (dimension 1, dimension 2, dimension 3); the input gives (4, 5)", Assert.Single(run.Reported).Message);
    }

    [Theory]
    [InlineData("Cropping2D(2)", "2", "4 of the 4 places along the height")]
    [InlineData("Cropping2D(0, 3)", "3", "6 of the 5 places along the width")]
    [InlineData("Cropping2D(1, 1, 0, 5)", "0", "5 of the 5 places along the width")]
    public void A_cropping_that_leaves_nothing_is_refused(string layer, string text, string what)
    {
        GeneratorRun run = GeneratorRun.OfNetwork("[Input(4, 5, 2)]", $"[{layer}]", Loss);

        Assert.Equal(
            new ReportedDiagnostic("NETDSL042", 4, text, $"Cropping2D takes away {what}; the input gives (4, 5, 2)"), Assert.Single(run.Reported));
    }

    [Theory]
    [InlineData("ZeroPadding2D(-1)", "-1", "ZeroPadding2D needs Padding to be at least 0; it is -1")]
    [InlineData("ZeroPadding2D(1, -2)", "-2", "ZeroPadding2D needs PaddingWidth to be at least 0; it is -2")]
    [InlineData("Cropping2D(0, -3, 0, 0)", "-3", "Cropping2D needs Bottom to be at least 0; it is -3")]
    [InlineData("GaussianNoise(-0.5)", "-0.5", "GaussianNoise needs a finite standard deviation to be at least 0; it is -0.5")]
    [InlineData("GaussianNoise(double.NaN)", "double.NaN", "GaussianNoise needs a finite standard deviation to be at least 0; it is NaN")]
    public void An_amount_below_zero_is_refused(string layer, string text, string message)
    {
        GeneratorRun run = GeneratorRun.OfNetwork("[Input(4, 5, 2)]", $"[{layer}]", "[Dense(1)]", Loss);

        Assert.Equal(new ReportedDiagnostic("NETDSL043", 4, text, message), Assert.Single(run.Reported));
    }

    [Theory]
    [InlineData("SpatialDropout2D(1)")]
    [InlineData("GaussianDropout(1)")]
    [InlineData("AlphaDropout(-0.1)")]
    public void A_rate_outside_0_to_1_is_refused(string layer) =>
        Assert.Equal("NETDSL020", Assert.Single(GeneratorRun.OfNetwork("[Input(4, 5, 2)]", $"[{layer}]", "[Dense(1)]", Loss).Reported).Id);

    [Theory]
    [InlineData("GaussianNoise(0.1)", "NETDSL044")]
    [InlineData("GaussianDropout(0.1)", "NETDSL044")]
    [InlineData("AlphaDropout(0.1)", "NETDSL044")]
    [InlineData("SpatialDropout1D(0.1)", "NETDSL027")]
    public void Noise_as_the_last_layer_is_warned_of(string layer, string id)
    {
        GeneratorRun run = GeneratorRun.OfNetwork("[Input(4, 5)]", "[Dense(2)]", $"[{layer}]", Loss);

        Assert.Equal(id, Assert.Single(run.Reported).Id);
        Assert.NotEmpty(run.Sources);
    }

    [Theory]
    [InlineData("RepeatVector(0)", "RepeatVector needs N to be at least 1; it is 0")]
    [InlineData("UpSampling1D(0)", "UpSampling1D needs Size to be at least 1; it is 0")]
    [InlineData("UpSampling2D(2, 0)", "UpSampling2D needs SizeWidth to be at least 1; it is 0")]
    public void A_size_below_1_is_refused(string layer, string message) =>
        Assert.Contains(message, GeneratorRun.OfNetwork("[Input(4, 5, 2)]", $"[{layer}]", "[Dense(1)]", Loss).Reported.Select(r => r.Message));

    [Fact]
    public void A_loss_sees_the_layer_before_those_that_keep_its_values() => Assert.Empty(GeneratorRun.OfNetwork(
        "[Input(4)]", "[Dense(6, Activation.Softmax)]", "[RepeatVector(2)]", "[Reshape(4, 3)]", "[Loss(Loss.CategoricalCrossentropy)]").Reported);
}
