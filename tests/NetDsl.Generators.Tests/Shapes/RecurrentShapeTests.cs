using NetDsl.Generators.Shapes;

namespace NetDsl.Generators.Tests.Shapes;

public sealed class RecurrentShapeTests
{
    private const string Loss = "[Loss(Loss.MeanSquaredError)]";

    [Theory]
    [InlineData("[Input(128, 2)]", "[LSTM(32)]", "(32)", "lstm_0: kernel (2, 128), recurrent_kernel (32, 128), bias (128)")]
    [InlineData("[Input(128, 2)]", "[LSTM(32, ReturnSequences = true)]", "(128, 32)", "lstm_0: kernel (2, 128), recurrent_kernel (32, 128), bias (128)")]
    [InlineData("[Input(6, 6, 128, 2)]", "[GRU(5)]", "(6, 6, 5)", "gru_0: kernel (2, 15), recurrent_kernel (5, 15), bias (2, 15)")]
    [InlineData("[Input(9, 3)]", "[GRU(5, ResetAfter = false)]", "(5)", "gru_0: kernel (3, 15), recurrent_kernel (5, 15), bias (15)")]
    [InlineData("[Input(9, 3)]", "[SimpleRNN(5, UseBias = false)]", "(5)", "simplernn_0: kernel (3, 5), recurrent_kernel (5, 5)")]
    [InlineData(
        "[Input(9, 3)]",
        "[SimpleRNN(5, Bidirectional = true, ReturnSequences = true)]",
        "(9, 10)",
        "simplernn_0: kernel (3, 5), recurrent_kernel (5, 5), bias (5), backward_kernel (3, 5), backward_recurrent_kernel (5, 5), backward_bias (5)")]
    [InlineData("[Input(9)]", "[Embedding(100, 7)]", "(9, 7)", "embedding_0: embeddings (100, 7)")]
    [InlineData("[Input(2, 3)]", "[Embedding(100, 7)]", "(2, 3, 7)", "embedding_0: embeddings (100, 7)")]
    public void Shapes_and_parameters_are_those_of_Keras(string input, string layer, string output, string parameters)
    {
        NetworkGraph graph = GeneratorRun.OfNetwork(input, layer, Loss).Graph;
        LayerNode node = graph.Nodes[graph.Output];

        Assert.Equal(output, node.OutputShape.ToString());
        Assert.Equal(parameters, $"{node.Name}: {string.Join(", ", node.Parameters.Select(p => $"{p.Name} {p.Shape}"))}");
    }

    [Fact]
    public void Initializers_are_those_of_Keras()
    {
        NetworkGraph graph = GeneratorRun.OfNetwork(
            "[Input(9)]", "[Embedding(100, 7)]", "[LSTM(4, ReturnSequences = true)]", "[GRU(3, RecurrentInitializer = Initializer.GlorotUniform)]", Loss).Graph;

        Assert.Equal(
            ["RandomUniform", "GlorotUniform", "Orthogonal", "Zeros", "GlorotUniform", "GlorotUniform", "Zeros"],
            graph.Nodes.SelectMany(n => n.Parameters).Select(p => p.Initializer));
    }

    [Fact]
    public void The_forget_gate_s_part_of_the_bias_begins_at_one_unless_told_otherwise()
    {
        NetworkGraph graph = GeneratorRun.OfNetwork("[Input(9, 2)]", "[LSTM(4, ReturnSequences = true)]", "[LSTM(3, UnitForgetBias = false)]", Loss).Graph;

        Assert.Equal([new("OnesFrom", 4), new("OnesTo", 8)], graph.Nodes[1].Parameters[2].Rules);
        Assert.Empty(graph.Nodes[2].Parameters[2].Rules);
    }

    [Fact]
    public void The_operations_of_an_LSTM_are_those_of_both_products_at_all_steps_and_of_the_gates()
    {
        NetworkGraph graph = GeneratorRun.OfNetwork("[Input(2, 10, 3)]", "[LSTM(5)]", Loss).Graph;

        Assert.Equal(2 * 10 * ((2 * (3 + 5) * 20) + (2 * 20) + (4 * 5)), graph.Nodes[1].Flops);
    }
}
