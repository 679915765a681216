using NetDsl.Generators.Shapes;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Tests.Shapes;

public sealed class ShapeInferenceTests
{
    private const string Loss = "[Loss(Loss.MeanSquaredError)]";

    [Fact]
    public void The_shapes_of_the_shower_network_follow_from_its_input()
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
        Assert.Equal(
            ["Linear", "ReLU", "Linear", "ReLU", "Linear", "Linear", "ReLU", "Linear", "Softmax"], graph.Nodes.Select(n => n.Activation));
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7], graph.Nodes.Skip(1).Select(n => Assert.Single(n.Inputs)));
        Assert.Equal((8, "CategoricalCrossentropy"), (graph.Output, graph.Loss));
    }

    [Fact]
    public void A_layer_with_a_name_still_counts_among_its_kind()
    {
        NetworkGraph graph = GeneratorRun.OfNetwork(
            "[Input(3, Name = \"event\")]", "[Dense(4, Name = \"a\")]", "[Dense(4)]", "[Dense(1, Name = \"b\")]", Loss).Graph;

        Assert.Equal(["event", "a", "dense_1", "b"], graph.Nodes.Select(n => n.Name));
    }

    [Fact]
    public void From_takes_another_output_than_the_one_above()
    {
        NetworkGraph graph = GeneratorRun.OfNetwork(
            "[Input(2, 3)]", "[Flatten(From = \"input_0\")]", "[Dense(1, From = \"flatten_0\")]", Loss).Graph;

        Assert.Equal([0, 1], graph.Nodes.Skip(1).Select(n => n.Inputs[0]));
    }

    [Fact]
    public void Dense_has_a_kernel_and_a_bias_with_Keras_s_fans()
    {
        LayerNode node = GeneratorRun.OfNetwork(
            "[Input(3)]", "[Dense(4, KernelInitializer = Initializer.HeNormal, BiasInitializer = Initializer.Ones)]", Loss).Graph.Nodes[1];

        Assert.Equal(
            [
                new ParameterNode("kernel", new Shape(3, 4), "HeNormal", 3, 4),
                new ParameterNode("bias", new Shape(4), "Ones", 4, 4),
            ],
            node.Parameters);
    }

    [Fact]
    public void What_is_declared_of_a_kernel_and_a_bias_goes_with_them()
    {
        LayerNode node = GeneratorRun.OfNetwork(
            "[Input(3)]",
            "[Dense(4, KernelInitializer = Initializer.Orthogonal, KernelInitializerScale = 0, KernelRegularizerL2 = 0.5, BiasRegularizerL1 = 2, BiasMaxNorm = 3)]",
            Loss).Graph.Nodes[1];

        Assert.Equal([new ParameterRule("InitializerScale", 0), new ParameterRule("RegularizerL2", 0.5)], node.Parameters[0].Rules);
        Assert.Equal([new ParameterRule("RegularizerL1", 2), new ParameterRule("MaxNorm", 3)], node.Parameters[1].Rules);
    }

    [Fact]
    public void What_is_declared_as_it_would_be_anyway_leaves_no_trace()
    {
        LayerNode node = GeneratorRun.OfNetwork(
            "[Input(3)]", "[Dense(4, KernelRegularizerL2 = 0, BiasMaxNorm = double.PositiveInfinity)]", Loss).Graph.Nodes[1];

        Assert.All(node.Parameters, parameter => Assert.Empty(parameter.Rules));
    }

    [Fact]
    public void Dense_maps_over_leading_dimensions()
    {
        var node = (DenseNode)GeneratorRun.OfNetwork("[Input(6, 5, 3)]", "[Dense(4)]", Loss).Graph.Nodes[1];

        Assert.Equal(new Shape(6, 5, 4), node.OutputShape);
        Assert.Equal(new Shape(3, 4), node.Parameters[0].Shape);
        Assert.Equal(30 * ((2 * 3 * 4) + 4), node.Flops);
    }

    [Fact]
    public void Conv2D_has_a_kernel_with_Keras_s_fans()
    {
        var node = (ConvolutionNode)GeneratorRun.OfNetwork("[Input(9, 8, 2)]", "[Conv2D(5, 3, 4)]", Loss).Graph.Nodes[1];

        Assert.Equal(
            [
                new ParameterNode("kernel", new Shape(3, 4, 2, 5), "GlorotUniform", 24, 60),
                new ParameterNode("bias", new Shape(5), "Zeros", 5, 5),
            ],
            node.Parameters);
        Assert.Equal((5, true, new Shape(7, 5, 5)), (node.Filters, node.UseBias, node.OutputShape));
    }

    [Fact]
    public void A_layer_without_bias_has_one_parameter()
    {
        NetworkGraph graph = GeneratorRun.OfNetwork(
            "[Input(8, 8, 1)]", "[Conv2D(2, 3, UseBias = false)]", "[Flatten]", "[Dense(1, UseBias = false)]", Loss).Graph;

        Assert.Equal("kernel", Assert.Single(graph.Nodes[1].Parameters).Name);
        Assert.Equal("kernel", Assert.Single(graph.Nodes[3].Parameters).Name);
        Assert.False(((ConvolutionNode)graph.Nodes[1]).UseBias);
        Assert.False(((DenseNode)graph.Nodes[3]).UseBias);
        Assert.Equal(2 * 9 * 72, graph.Nodes[1].Flops);
        Assert.Equal(2 * 72, graph.Nodes[3].Flops);
    }

    [Fact]
    public void Strides_can_differ_by_direction()
    {
        var node = (ConvolutionNode)GeneratorRun.OfNetwork("[Input(20, 20, 1)]", "[Conv2D(1, 4, Strides = 3, StrideWidth = 2)]", Loss).Graph.Nodes[1];

        Assert.Equal(new Window(4, 3, 0, 0, 20, 6), node.Windows[0]);
        Assert.Equal(new Window(4, 2, 0, 0, 20, 9), node.Windows[1]);
    }

    [Fact]
    public void Same_padding_is_taken_from_the_argument()
    {
        var node = (ConvolutionNode)GeneratorRun.OfNetwork(
            "[Input(7, 10, 1)]", "[Conv2D(3, 2, 5, Strides = 3, Padding = Padding.Same)]", Loss).Graph.Nodes[1];

        Assert.Equal(new Window(2, 3, 0, 1, 7, 3), node.Windows[0]);
        Assert.Equal(new Window(5, 3, 2, 2, 10, 4), node.Windows[1]);
        Assert.Equal(new Shape(3, 4, 3), node.OutputShape);
    }

    [Theory]
    [InlineData("MaxPooling2D", 2, 2, 2, 2)]
    [InlineData("MaxPooling2D(3)", 3, 3, 3, 3)]
    [InlineData("MaxPooling2D(3, 2)", 3, 3, 2, 2)]
    [InlineData("MaxPooling2D(3, Strides = 1)", 3, 1, 3, 1)]
    [InlineData("MaxPooling2D(3, Strides = 0)", 3, 3, 3, 3)]
    [InlineData("MaxPooling2D(3, 2, StrideHeight = 1)", 3, 1, 2, 2)]
    [InlineData("MaxPooling2D(3, 2, Strides = 4, StrideWidth = 1)", 3, 4, 2, 1)]
    public void Pooling_steps_by_its_size_unless_told(string layer, int height, int strideHeight, int width, int strideWidth)
    {
        var node = (PoolingNode)GeneratorRun.OfNetwork("[Input(12, 12, 3)]", $"[{layer}]", Loss).Graph.Nodes[1];

        Assert.Equal(Window.Valid(12, height, strideHeight), node.Windows[0]);
        Assert.Equal(Window.Valid(12, width, strideWidth), node.Windows[1]);
        Assert.Equal(3, node.OutputShape.Last);
    }

    [Fact]
    public void Conv1D_has_a_kernel_with_Keras_s_fans()
    {
        var node = (ConvolutionNode)GeneratorRun.OfNetwork("[Input(9, 2)]", "[Conv1D(5, 4)]", Loss).Graph.Nodes[1];

        Assert.Equal(
            [
                new ParameterNode("kernel", new Shape(4, 2, 5), "GlorotUniform", 8, 20),
                new ParameterNode("bias", new Shape(5), "Zeros", 5, 5),
            ],
            node.Parameters);
        Assert.Equal((5, true, new Shape(6, 5)), (node.Filters, node.UseBias, node.OutputShape));
    }

    [Theory]
    [InlineData("Conv1D(5, 3)", "(4, 5)")]
    [InlineData("Conv1D(5, 3, Strides = 2)", "(2, 5)")]
    [InlineData("Conv1D(5, 3, Strides = 2, Padding = Padding.Same)", "(3, 5)")]
    [InlineData("Conv1D(5, 6)", "(1, 5)")]
    [InlineData("MaxPooling1D", "(3, 2)")]
    [InlineData("MaxPooling1D(4)", "(1, 2)")]
    [InlineData("MaxPooling1D(4, Padding = Padding.Same)", "(2, 2)")]
    [InlineData("MaxPooling1D(3, Strides = 1)", "(4, 2)")]
    [InlineData("GlobalAveragePooling1D", "(2)")]
    public void Layers_along_steps_keep_what_comes_before_them(string layer, string output)
    {
        Assert.Equal(output, GeneratorRun.OfNetwork("[Input(6, 2)]", $"[{layer}]", Loss).Graph.Nodes[1].OutputShape.ToString());
        Assert.Equal("(7, 3, " + output[1..], GeneratorRun.OfNetwork("[Input(7, 3, 6, 2)]", $"[{layer}]", Loss).Graph.Nodes[1].OutputShape.ToString());
    }

    [Fact]
    public void Layers_over_images_map_over_leading_dimensions()
    {
        NetworkGraph graph = GeneratorRun.OfNetwork("[Input(4, 3, 9, 8, 2)]", "[Conv2D(5, 3, 4)]", "[MaxPooling2D(2)]", Loss).Graph;

        Assert.Equal(new Shape(3, 4, 2, 5), graph.Nodes[1].Parameters[0].Shape);
        Assert.Equal(["(4, 3, 7, 5, 5)", "(4, 3, 3, 2, 5)"], graph.Nodes.Skip(1).Select(n => n.OutputShape.ToString()));
        Assert.Equal(12 * 35 * ((2 * 24 * 5) + 5), graph.Nodes[1].Flops);
    }

    [Fact]
    public void The_shapes_of_the_detector_network_follow_from_its_input()
    {
        NetworkGraph graph = GeneratorRun.OfNetwork(
            "[Input(6, 6, 128, 2)]",
            "[Conv1D(16, 7, Padding = Padding.Same)]",
            "[MaxPooling1D(4)]",
            "[Conv1D(28, 3, Padding = Padding.Same)]",
            "[GlobalAveragePooling1D]",
            "[Conv2D(64, 3, Padding = Padding.Same)]",
            Loss).Graph;

        Assert.Equal(
            ["(6, 6, 128, 2)", "(6, 6, 128, 16)", "(6, 6, 32, 16)", "(6, 6, 32, 28)", "(6, 6, 28)", "(6, 6, 64)"],
            graph.Nodes.Select(n => n.OutputShape.ToString()));
        Assert.Equal(
            ["input_0", "conv1d_0", "maxpooling1d_0", "conv1d_1", "globalaveragepooling1d_0", "conv2d_0"], graph.Nodes.Select(n => n.Name));
    }

    [Fact]
    public void Flatten_takes_any_rank_and_dropout_changes_nothing()
    {
        NetworkGraph graph = GeneratorRun.OfNetwork("[Input(2, 3, 4, 5)]", "[Dropout(0.25)]", "[Flatten]", "[Dense(1)]", Loss).Graph;

        Assert.Equal(new Shape(2, 3, 4, 5), graph.Nodes[1].OutputShape);
        Assert.Equal(0.25, ((NoiseNode)graph.Nodes[1]).Amount);
        Assert.Equal(new Shape(120), graph.Nodes[2].OutputShape);
    }

    [Fact]
    public void Operations_are_two_a_product_one_a_bias_and_one_an_activation()
    {
        NetworkGraph graph = GeneratorRun.OfNetwork(
            "[Input(6, 6, 2)]",
            "[Conv2D(4, 3, Activation = Activation.ReLU)]",
            "[MaxPooling2D(2)]",
            "[Flatten]",
            "[Dropout(0.5)]",
            "[Dense(3, Activation.Softmax)]",
            Loss).Graph;

        Assert.Equal(
            [0, (64 * 18 * 2) + 64 + 64, 16 * 3, 0, 0, (16 * 3 * 2) + 3 + 3],
            graph.Nodes.Select(n => n.Flops));
    }

    [Fact]
    public void Operations_beyond_an_int_are_counted()
    {
        LayerNode node = GeneratorRun.OfNetwork("[Input(4096, 4096, 8)]", "[Conv2D(8, 9, UseBias = false)]", Loss).Graph.Nodes[1];

        Assert.Equal(2L * 81 * 8 * 8 * 4088 * 4088, node.Flops);
    }
}
