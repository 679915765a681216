namespace NetDsl.Generators.Tests.Diagnostics;

public sealed class RecurrentDiagnosticsTests
{
    private const string Loss = "[Loss(Loss.MeanSquaredError)]";

    [Theory]
    [InlineData("LSTM(3, Activation.Softmax)", "Activation.Softmax", "LSTM applies its Activation")]
    [InlineData("GRU(3, RecurrentActivation = Activation.Softmax)", "RecurrentActivation = Activation.Softmax", "GRU applies its RecurrentActivation")]
    [InlineData("SimpleRNN(3, Activation = Activation.Softmax)", "Activation = Activation.Softmax", "SimpleRNN applies its Activation")]
    public void An_activation_over_all_units_is_refused_at_the_argument(string layer, string argument, string message)
    {
        GeneratorRun run = GeneratorRun.OfNetwork("[Input(9, 2)]", $"[{layer}]", Loss);

        ReportedDiagnostic reported = Assert.Single(run.Reported);
        Assert.Equal(("NETDSL045", argument), (reported.Id, reported.Text));
        Assert.StartsWith(message, reported.Message, StringComparison.Ordinal);
        Assert.Empty(run.Sources);
    }

    [Fact]
    public void A_vector_has_no_steps()
    {
        GeneratorRun run = GeneratorRun.OfNetwork("[Input(9)]", "[LSTM(3)]", Loss);

        Assert.Equal("LSTM needs an input of rank 2 (steps, features); the input gives (9)", Assert.Single(run.Reported).Message);
    }

    [Theory]
    [InlineData("[Input(9, 2)]", "[GRU(0)]", "Units")]
    [InlineData("[Input(9)]", "[Embedding(0, 4)]", "InputDim")]
    [InlineData("[Input(9)]", "[Embedding(4, -1)]", "OutputDim")]
    public void A_size_below_one_is_refused(string input, string layer, string argument)
    {
        GeneratorRun run = GeneratorRun.OfNetwork(input, layer, Loss);

        ReportedDiagnostic reported = Assert.Single(run.Reported);
        Assert.Equal("NETDSL017", reported.Id);
        Assert.Contains(argument, reported.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Gates_of_all_steps_that_cannot_be_counted_are_refused()
    {
        GeneratorRun run = GeneratorRun.OfNetwork("[Input(2000000, 1)]", "[LSTM(500)]", Loss);

        Assert.StartsWith("NETDSL018", Assert.Single(run.Reported).Id, StringComparison.Ordinal);
    }
}
