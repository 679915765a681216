namespace NetDsl.Generators.Tests.Diagnostics;

/// <summary>Activations that cannot be trained, settings out of range, and losses that do not fit.</summary>
public sealed class ActivationDiagnosticsTests
{
    private const string Loss = "[Loss(Loss.MeanSquaredError)]";

    [Theory]
    [InlineData("Step")]
    [InlineData("Sign")]
    public void A_step_before_the_end_of_a_network_that_learns_is_refused(string activation)
    {
        GeneratorRun run = GeneratorRun.OfNetwork("[Input(2)]", $"[Dense(3, Activation.{activation})]", "[Dense(1, Activation.Sigmoid)]", Loss);

        ReportedDiagnostic reported = Assert.Single(run.Reported);
        Assert.Equal(("NETDSL032", 4, $"Activation.{activation}"), (reported.Id, reported.Line, reported.Text));
        Assert.StartsWith($"'dense_0' ends with {activation}, whose derivative is 0", reported.Message, StringComparison.Ordinal);
        Assert.Empty(run.Sources);
    }

    [Fact]
    public void A_step_that_is_a_layer_is_refused_behind_one_with_parameters() =>
        Assert.Equal(
            "NETDSL032",
            Assert.Single(GeneratorRun.OfNetwork("[Input(2)]", "[Dense(3)]", "[Activation(Activation.Step)]", "[Dense(1)]", Loss).Reported).Id);

    [Theory]
    [InlineData("[Dense(3)]", "[Dense(1, Activation.Step)]")]
    [InlineData("[Dense(3, Activation.Step)]", "[Dense(1, Activation.Sign)]")]
    [InlineData("[Dense(3, Activation.Sign)]", "[Dense(1)]", "[Activation(Activation.Step)]")]
    [InlineData("[Activation(Activation.Step)]", "[Dense(1)]")]
    public void A_step_at_the_end_or_before_anything_that_learns_is_in_order(params string[] layers) =>
        Assert.Empty(GeneratorRun.OfNetwork(["[Input(2)]", .. layers, Loss]).Reported);

    [Theory]
    [InlineData("LeakyReLU(NegativeSlope = -0.1)", "LeakyReLU needs NegativeSlope to be at least 0; it is -0.1")]
    [InlineData("ReLU(MaxValue = -1)", "ReLU needs MaxValue to be at least 0; it is -1")]
    [InlineData("ReLU(Threshold = double.PositiveInfinity)", "ReLU needs Threshold to be at least 0; it is Infinity")]
    [InlineData("ELU(Alpha = double.NaN)", "ELU needs Alpha to be at least 0; it is NaN")]
    public void A_setting_of_an_activation_that_is_out_of_range_is_refused(string layer, string message)
    {
        ReportedDiagnostic reported = Assert.Single(GeneratorRun.OfNetwork("[Input(2)]", $"[{layer}]", "[Dense(1)]", Loss).Reported);

        Assert.Equal(("NETDSL028", message), (reported.Id, reported.Message));
    }

    [Theory]
    [InlineData("Huber, Delta = 0", "Huber needs Delta to be above 0 and finite; it is 0")]
    [InlineData("Huber, Delta = double.NaN", "Huber needs Delta to be above 0 and finite; it is NaN")]
    [InlineData("BinaryFocalCrossentropy, Gamma = -1", "BinaryFocalCrossentropy needs Gamma to be at least 0 and finite; it is -1")]
    [InlineData("BinaryFocalCrossentropy, Alpha = 2", "BinaryFocalCrossentropy needs Alpha to be from 0 to 1; it is 2")]
    [InlineData("BinaryCrossentropy, LabelSmoothing = 1", "BinaryCrossentropy needs LabelSmoothing to be at least 0 and below 1; it is 1")]
    public void A_setting_of_a_loss_that_is_out_of_range_is_refused(string loss, string message)
    {
        GeneratorRun run = GeneratorRun.OfNetwork("[Input(2)]", "[Dense(1, Activation.Sigmoid)]", $"[Loss(Loss.{loss})]");

        ReportedDiagnostic reported = Assert.Single(run.Reported);
        Assert.Equal(("NETDSL028", message), (reported.Id, reported.Message));
    }

    [Fact]
    public void A_setting_that_the_loss_does_not_take_is_warned_of_where_it_is()
    {
        GeneratorRun run = GeneratorRun.OfNetwork("[Input(2)]", "[Dense(1)]", "[Loss(Loss.Huber, Delta = 2, Gamma = 3)]");

        Assert.Equal(
            new ReportedDiagnostic("NETDSL033", 5, "Gamma = 3", "Gamma is no setting of Huber, which takes: Delta"), Assert.Single(run.Reported));
        Assert.NotEmpty(run.Sources);
    }

    [Theory]
    [InlineData("BinaryFocalCrossentropy", "Linear", "Sigmoid")]
    [InlineData("SparseCategoricalCrossentropy", "Linear", "Softmax")]
    [InlineData("CategoricalFocalCrossentropy", "Sigmoid", "Softmax")]
    [InlineData("KullbackLeiblerDivergence", "Tanh", "Softmax")]
    [InlineData("Poisson", "Linear", "Exponential")]
    [InlineData("Hinge", "Sigmoid", "Linear")]
    [InlineData("SquaredHinge", "ReLU", "Linear")]
    [InlineData("Perceptron", "Softmax", "Linear")]
    public void A_loss_that_does_not_fit_is_warned_of_with_what_would(string loss, string activation, string wanted)
    {
        ReportedDiagnostic reported = Assert.Single(
            GeneratorRun.OfNetwork("[Input(2)]", $"[Dense(3, Activation.{activation})]", $"[Loss(Loss.{loss})]").Reported);

        Assert.Equal("NETDSL022", reported.Id);
        Assert.Contains($"end it with Activation.{wanted} or", reported.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CategoricalCrossentropy", "LogSoftmax")]
    [InlineData("SparseCategoricalCrossentropy", "LogSoftmax")]
    [InlineData("BinaryFocalCrossentropy", "Sigmoid")]
    [InlineData("Poisson", "Softplus")]
    [InlineData("Hinge", "Tanh")]
    [InlineData("Perceptron", "Linear")]
    [InlineData("BinaryCrossentropy", "Step")]
    [InlineData("Perceptron", "Sign")]
    [InlineData("CosineSimilarity", "Linear")]
    [InlineData("MeanAbsoluteError", "Softmax")]
    public void A_loss_that_fits_is_not(string loss, string activation) =>
        Assert.Empty(GeneratorRun.OfNetwork("[Input(2)]", $"[Dense(3, Activation.{activation})]", $"[Loss(Loss.{loss})]").Reported);

    [Fact]
    public void An_activation_layer_is_what_the_loss_must_fit() =>
        Assert.Empty(GeneratorRun.OfNetwork("[Input(2)]", "[Dense(3)]", "[Softmax]", "[Loss(Loss.CategoricalCrossentropy)]").Reported);

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(-3)]
    public void An_axis_that_a_PReLU_cannot_share_is_refused(int axis)
    {
        ReportedDiagnostic reported = Assert.Single(
            GeneratorRun.OfNetwork("[Input(4, 5)]", $"[PReLU(1, {axis})]", "[Dense(1)]", Loss).Reported);

        Assert.Equal("NETDSL060", reported.Id);
        Assert.StartsWith($"PReLU has the axis {axis}, but its inputs have 2", reported.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Dense(1, Activation.LogSoftmax)]")]
    [InlineData("[Dense(1)]", "[Softmax]")]
    [InlineData("[Dense(1)]", "[Activation(Activation.LogSoftmax)]")]
    public void A_softmax_of_one_value_is_refused(params string[] layers) =>
        Assert.Equal("NETDSL021", Assert.Single(GeneratorRun.OfNetwork(["[Input(2)]", .. layers, Loss]).Reported).Id);
}
