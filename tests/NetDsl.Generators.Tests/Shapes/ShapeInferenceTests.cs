using NetDsl.Generators.Shapes;

namespace NetDsl.Generators.Tests.Shapes;

public sealed class ShapeInferenceTests
{
    [Fact]
    public void The_shapes_of_the_shower_network_are_those_of_the_design()
    {
        NetworkGraph graph = GeneratorRun.OfNetwork(
            "[Input(32, 32, 1)]",
            "[Conv2D(32, 5, Activation = Activation.ReLU)]",
            "[MaxPooling2D(2)]",
            "[Conv2D(64, 5, Activation = Activation.ReLU)]",
            "[MaxPooling2D(2)]",
            "[Flatten]",
            "[Dense(1024, Activation.ReLU)]",
            "[Dropout(0.5)]",
            "[Dense(2, Activation.Softmax)]",
            "[Loss(Loss.CategoricalCrossentropy)]").Graph;

        Assert.Equal(
            ["(32, 32, 1)", "(28, 28, 32)", "(14, 14, 32)", "(10, 10, 64)", "(5, 5, 64)", "(1600)", "(1024)", "(1024)", "(2)"],
            graph.Nodes.Select(n => n.OutputShape.ToString()));
        Assert.Equal(
            ["input_0", "conv2d_0", "maxpooling2d_0", "conv2d_1", "maxpooling2d_1", "flatten_0", "dense_0", "dropout_0", "dense_1"],
            graph.Nodes.Select(n => n.Name));
        Assert.Equal(8, graph.Output);
    }
}
