using NetDsl.Generators.Planning;
using NetDsl.Generators.Shapes;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Tests.Planning;

/// <summary>Which activations become layers of their own, and which become part of the layer before them.</summary>
public sealed class LoweringTests
{
    private const string Error = "[Loss(Loss.MeanSquaredError)]";

    [Fact]
    public void An_activation_behind_a_layer_without_one_becomes_part_of_it()
    {
        NetworkGraph planned = Plan("[Input(4, 4, 2)]", "[Conv2D(3, 2)]", "[Activation(Activation.ReLU)]", "[Dense(2)]", "[Softmax]", Error);

        Assert.Equal([("conv2d_0", "ReLU"), ("dense_0", "Softmax")], planned.Nodes.Skip(1).Select(n => (n.Name, n.Activation)));
        Assert.Equal(2, planned.Output);
    }

    [Theory]
    [InlineData("[Dense(3, Activation.Tanh)]", "[Activation(Activation.ReLU)]")]
    [InlineData("[Dense(3)]", "[LeakyReLU]")]
    [InlineData("[Dropout(0.1)]", "[Activation(Activation.ReLU)]")]
    [InlineData("[Dense(3)]", "[Activation(Activation.GELU)]")]
    public void An_activation_that_the_layer_before_it_cannot_apply_stays_a_layer(string before, string activation)
    {
        NetworkGraph planned = Plan("[Input(4)]", before, activation, "[Dense(2)]", Error);

        Assert.IsType<ActivationNode>(planned.Nodes[2]);
        Assert.Equal(4, planned.Nodes.Count);
    }

    [Fact]
    public void An_activation_of_a_layer_that_others_read_stays_a_layer()
    {
        NetworkGraph planned = Plan("[Input(4)]", "[Dense(4, Name = \"a\")]", "[Activation(Activation.ReLU, Name = \"b\")]", "[Add(\"a\", \"b\")]", Error);

        Assert.IsType<ActivationNode>(planned.Nodes[2]);
    }

    [Fact]
    public void A_layer_whose_activation_takes_its_sums_is_parted_from_it()
    {
        NetworkGraph planned = Plan("[Input(4)]", "[Dense(3, Activation.GELU)]", "[Dense(2, Activation.SiLU)]", Error);

        Assert.Equal(["input_0", "dense_0_sums", "dense_0", "dense_1"], planned.Nodes.Select(n => n.Name));
        Assert.Equal(["Linear", "Linear", "Linear", "SiLU"], planned.Nodes.Select(n => n.Activation));
        Assert.Equal("dense_0", planned.Nodes[1].Owner);
        Assert.All(planned.Nodes.Skip(1).Take(2), n => Assert.Equal("dense_0", n.Layer));
    }

    [Fact]
    public void Every_declared_layer_has_a_strategy()
    {
        ExecutionPlan plan = ExecutionPlanner.Plan(GeneratorRun.OfNetwork("[Input(40)]", "[Dense(30)]", "[Activation(Activation.ReLU)]", "[Dense(9)]", Error).Graph);

        Assert.Equal(["input_0", "dense_0", "activation_0", "dense_1"], plan.Layers.Select(l => l.Name));
        Assert.Equal("with the layer before it", plan.Layers[2].Strategy);
    }

    [Fact]
    public void Activation_layers_are_no_hindrance_to_unrolling()
    {
        NetworkGraph graph = GeneratorRun.OfNetwork("[Input(3)]", "[Dense(4)]", "[Activation(Activation.Tanh)]", "[Dense(2)]", "[Softmax]", Error).Graph;

        Assert.NotNull(ExecutionPlanner.Plan(graph).Unrolled);
    }

    [Theory]
    [InlineData("[Dense(4, Activation.ELU)]", "[Loss(Loss.MeanSquaredError)]")]
    [InlineData("[Dense(4)]", "[Loss(Loss.Huber)]")]
    [InlineData("[Dense(1, Activation.Sigmoid)]", "[Loss(Loss.BinaryCrossentropy, LabelSmoothing = 0.1)]")]
    public void What_is_not_written_out_is_not_unrolled(string layer, string loss) =>
        Assert.Null(ExecutionPlanner.Plan(GeneratorRun.OfNetwork("[Input(3)]", layer, loss).Graph).Unrolled);

    [Theory]
    [InlineData("[Input(4)]", 1)]
    [InlineData("[Input(6, 5, 4)]", 6, 5)]
    public void Targets_that_are_numbers_of_classes_have_one_extent_less(string input, params int[] expected)
    {
        NetworkGraph graph = GeneratorRun.OfNetwork(input, "[Dense(3, Activation.Softmax)]", "[Loss(Loss.SparseCategoricalCrossentropy)]").Graph;

        Assert.Equal(expected, graph.Outputs[0].TargetShape.Extents);
    }

    private static NetworkGraph Plan(params string[] attributes) => Lowering.Of(GeneratorRun.OfNetwork(attributes).Graph);
}
