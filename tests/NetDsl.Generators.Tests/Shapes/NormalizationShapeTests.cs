using NetDsl.Generators.Shapes;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Tests.Shapes;

public sealed class NormalizationShapeTests
{
    private const string Loss = "[Loss(Loss.MeanSquaredError)]";

    [Fact]
    public void BatchNormalization_has_Keras_s_parameters_and_defaults()
    {
        LayerNode node = GeneratorRun.OfNetwork("[Input(4, 3, 5)]", "[BatchNormalization]", Loss).Graph.Nodes[1];

        Assert.Equal("(4, 3, 5)", node.OutputShape.ToString());
        Assert.Equal(
            [("gamma", "Ones", true), ("beta", "Zeros", true), ("moving_mean", "Zeros", false), ("moving_variance", "Ones", false)],
            node.Parameters.Select(p => (p.Name, p.Initializer, p.IsTrainable)));
        Assert.All(node.Parameters, parameter => Assert.Equal("(5)", parameter.Shape.ToString()));
        BatchNormalizationNode normalization = Assert.IsType<BatchNormalizationNode>(node);
        Assert.Equal((0.99, 1e-3, true, true), (normalization.Momentum, normalization.Epsilon, normalization.Center, normalization.Scale));
    }

    [Fact]
    public void Without_center_and_scale_there_is_neither_beta_nor_gamma()
    {
        NetworkGraph graph = GeneratorRun.OfNetwork(
            "[Input(5)]", "[BatchNormalization(Center = false)]", "[LayerNormalization(Center = false, Scale = false)]", Loss).Graph;

        Assert.Equal(["gamma", "moving_mean", "moving_variance"], graph.Nodes[1].Parameters.Select(p => p.Name));
        Assert.Empty(graph.Nodes[2].Parameters);
    }

    [Fact]
    public void LayerNormalization_has_gamma_and_beta_over_the_last_dimension()
    {
        LayerNode node = GeneratorRun.OfNetwork("[Input(2, 7)]", "[LayerNormalization(GammaInitializer = Initializer.Zeros)]", Loss).Graph.Nodes[1];

        Assert.Equal([("gamma", "Zeros", "(7)"), ("beta", "Zeros", "(7)")], node.Parameters.Select(p => (p.Name, p.Initializer, p.Shape.ToString())));
        Assert.Equal(1e-3, Assert.IsType<LayerNormalizationNode>(node).Epsilon);
    }

    [Fact]
    public void Normalization_learns_the_statistics_of_the_input_it_takes_through_a_Flatten()
    {
        NetworkGraph graph = GeneratorRun.OfNetwork("[Input(2, 7, Name = \"event\")]", "[Flatten]", "[Normalization]", Loss).Graph;

        Assert.Equal("event", Assert.IsType<NormalizationNode>(graph.Nodes[2]).AdaptsTo);
        Assert.Equal([("mean", false), ("variance", false)], graph.Nodes[2].Parameters.Select(p => (p.Name, p.IsTrainable)));
    }

    [Fact]
    public void Given_statistics_may_stand_anywhere_and_are_not_learnt()
    {
        NetworkGraph graph = GeneratorRun.OfNetwork(
            "[Input(3)]", "[Dense(2)]", "[Normalization(Mean = new[] { 1.5, 2 }, Variance = new[] { 4.0 })]", Loss).Graph;

        Assert.Null(Assert.IsType<NormalizationNode>(graph.Nodes[2]).AdaptsTo);
        Assert.Equal([1.5, 2], graph.Nodes[2].Parameters[0].InitialValues);
        Assert.Equal([4], graph.Nodes[2].Parameters[1].InitialValues);
    }
}
