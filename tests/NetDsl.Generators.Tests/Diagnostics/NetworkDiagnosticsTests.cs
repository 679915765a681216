namespace NetDsl.Generators.Tests.Diagnostics;

public sealed class NetworkDiagnosticsTests
{
    private const string Loss = "[Loss(Loss.MeanSquaredError)]";

    [Fact]
    public void A_network_without_an_input_is_refused()
    {
        GeneratorRun run = GeneratorRun.OfNetwork("[Dense(1)]", Loss);

        Assert.Equal(
            new ReportedDiagnostic(
                "NETDSL007",
                2,
                "Network",
                "'Net' has no [Input]; write the shape of one sample, channels last, above the first layer: [Input(32, 32, 1)]"),
            Assert.Single(run.Reported));
        Assert.Empty(run.Sources);
    }

    [Fact]
    public void An_input_that_nobody_takes_is_refused()
    {
        GeneratorRun run = GeneratorRun.OfNetwork("[Input(3)]", "[Input(4)]", "[Dense(1)]", Loss);

        ReportedDiagnostic reported = Assert.Single(run.Reported);
        Assert.Equal(("NETDSL024", 3), (reported.Id, reported.Line));
        Assert.Empty(run.Sources);
    }

    [Fact]
    public void Several_inputs_and_outputs_are_accepted()
    {
        GeneratorRun run = GeneratorRun.OfNetwork(
            "[Input(3, Name = \"left\")]",
            "[Input(4, Name = \"right\")]",
            "[Dense(3)]",
            "[Add(\"left\")]",
            "[Dense(1, Name = \"energy\")]",
            "[Output(Loss.MeanSquaredError)]",
            "[Dense(1, Activation.Sigmoid, From = \"add_0\")]",
            "[Output(Loss.BinaryCrossentropy, Weight = 0.3)]");

        Assert.Empty(run.Reported);
    }

    [Fact]
    public void A_network_without_layers_is_refused()
    {
        GeneratorRun run = GeneratorRun.OfNetwork("[Input(3)]", Loss);

        Assert.Equal(
            new ReportedDiagnostic(
                "NETDSL009", 2, "Network", "'Net' has no layers; write at least one below [Input], for example [Dense(1)]"),
            Assert.Single(run.Reported));
        Assert.Empty(run.Sources);
    }

    [Fact]
    public void A_network_without_a_loss_is_refused()
    {
        GeneratorRun run = GeneratorRun.OfNetwork("[Input(3)]", "[Dense(1)]");

        Assert.Equal(
            new ReportedDiagnostic(
                "NETDSL010",
                2,
                "Network",
                "'Net' has no [Loss]; write what training makes small, for example [Loss(Loss.MeanSquaredError)]"),
            Assert.Single(run.Reported));
        Assert.Empty(run.Sources);
    }

    [Fact]
    public void A_network_with_nothing_at_all_is_told_all_that_it_lacks() =>
        Assert.Equal(["NETDSL007", "NETDSL009", "NETDSL010"], GeneratorRun.OfNetwork().Reported.Select(r => r.Id));

    [Fact]
    public void A_layer_above_the_input_is_refused()
    {
        GeneratorRun run = GeneratorRun.OfNetwork("[Dense(4)]", "[Input(3)]", "[Dense(1)]", Loss);

        Assert.Equal(
            new ReportedDiagnostic("NETDSL025", 3, "Dense(4)", "There is nothing above this Dense to take; move [Input] above it"),
            Assert.Single(run.Reported));
    }

    [Fact]
    public void A_layer_whose_output_nobody_takes_is_refused()
    {
        GeneratorRun run = GeneratorRun.OfNetwork(
            "[Input(3)]", "[Dense(4)]", "[Dense(5)]", "[Dense(1, From = \"dense_0\")]", Loss);

        Assert.Equal(
            new ReportedDiagnostic(
                "NETDSL024",
                5,
                "Dense(5)",
                "Nobody takes the output of 'dense_1', and it is not the last layer; name it in another layer's From or remove it"),
            Assert.Single(run.Reported));
        Assert.Empty(run.Sources);
    }

    [Theory]
    [InlineData("[Loss(Loss.BinaryCrossentropy)]", "probabilities between 0 and 1", "Sigmoid")]
    [InlineData("[Loss(Loss.CategoricalCrossentropy)]", "probabilities that sum to 1", "Softmax")]
    public void A_crossentropy_without_its_activation_is_warned_of_at_the_loss(string loss, string values, string activation)
    {
        GeneratorRun run = GeneratorRun.OfNetwork("[Input(3)]", "[Dense(2, Activation.ReLU)]", loss);

        Assert.Equal(
            new ReportedDiagnostic(
                "NETDSL022",
                5,
                loss.Trim('[', ']'),
                $"{loss[11..^2]} is for {values}; the network ends with Dense 'dense_0' with the activation ReLU, "
                + $"so end it with Activation.{activation} or choose another loss"),
            Assert.Single(run.Reported));
        Assert.NotEmpty(run.Sources);
    }

    [Theory]
    [InlineData("Sigmoid", "BinaryCrossentropy")]
    [InlineData("Softmax", "CategoricalCrossentropy")]
    [InlineData("Softmax", "MeanSquaredError")]
    [InlineData("Linear", "MeanSquaredError")]
    public void A_loss_that_fits_the_last_activation_is_not_warned_of(string activation, string loss) =>
        Assert.Empty(GeneratorRun.OfNetwork("[Input(3)]", $"[Dense(2, Activation.{activation})]", $"[Loss(Loss.{loss})]").Reported);

    [Fact]
    public void A_flatten_after_the_last_activation_passes_it_on() =>
        Assert.Empty(GeneratorRun.OfNetwork(
            "[Input(3)]", "[Dense(2, Activation.Sigmoid)]", "[Flatten]", "[Loss(Loss.BinaryCrossentropy)]").Reported);

    [Fact]
    public void A_dropout_as_the_last_layer_is_warned_of()
    {
        GeneratorRun run = GeneratorRun.OfNetwork("[Input(3)]", "[Dense(2)]", "[Dropout(0.5)]", Loss);

        Assert.Equal(
            new ReportedDiagnostic(
                "NETDSL027",
                5,
                "Dropout(0.5)",
                "'dropout_0' is the last layer, so training sets the network's own outputs to 0 at random; remove it, or put it before another layer"),
            Assert.Single(run.Reported));
        Assert.NotEmpty(run.Sources);
    }

    [Fact]
    public void A_warning_can_be_switched_off_by_a_pragma_around_the_attribute()
    {
        GeneratorRun run = GeneratorRun.OfNetwork(
            "[Input(3)]",
            "[Dense(2)]",
            "#pragma warning disable NETDSL022",
            "[Loss(Loss.BinaryCrossentropy)]",
            "#pragma warning restore NETDSL022");

        Assert.DoesNotContain(run.Diagnostics, d => !d.IsSuppressed);
    }

    [Fact]
    public void A_network_with_more_parameters_than_an_int_counts_is_refused_at_the_layer_that_exceeds_it()
    {
        GeneratorRun run = GeneratorRun.OfNetwork("[Input(32768)]", "[Dense(32768)]", "[Dense(32768)]", "[Dense(32768)]", Loss);

        Assert.Equal(
            new ReportedDiagnostic(
                "NETDSL019",
                5,
                "Dense(32768)",
                "With this Dense the network stores 2,147,549,184 parameters, rows filled up to multiples of 16; there can be at most 2,147,483,647"),
            Assert.Single(run.Reported));
    }

    [Fact]
    public void A_network_with_more_values_a_sample_than_an_int_counts_is_refused()
    {
        GeneratorRun run = GeneratorRun.OfNetwork("[Input(1073741824)]", "[Flatten]", "[Dropout(0.5)]", "[Dense(1)]", Loss);

        Assert.Equal(
            new ReportedDiagnostic(
                "NETDSL019",
                3,
                "Input(1073741824)",
                "With this Input the network stores 2,147,483,648 values and gradients of a sample, rows filled up to multiples of 16; "
                + "there can be at most 2,147,483,647"),
            Assert.Single(run.Reported));
    }
}
