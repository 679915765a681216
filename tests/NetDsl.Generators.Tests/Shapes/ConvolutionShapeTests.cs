using NetDsl.Generators.Shapes;

namespace NetDsl.Generators.Tests.Shapes;

public sealed class ConvolutionShapeTests
{
    private const string Loss = "[Loss(Loss.MeanSquaredError)]";

    [Theory]
    [InlineData("Conv1D(5, 3, Padding = Padding.Causal)", "(6, 10, 5)")]
    [InlineData("Conv1D(5, 3, Strides = 3, Padding = Padding.Causal)", "(6, 4, 5)")]
    [InlineData("Conv1D(5, 3, DilationRate = 4)", "(6, 2, 5)")]
    [InlineData("Conv2D(5, 3, DilationRate = 2, Padding = Padding.Same)", "(6, 10, 5)")]
    [InlineData("Conv2D(5, 3, 4, DilationHeight = 2, DilationWidth = 3)", "(2, 1, 5)")]
    [InlineData("DepthwiseConv1D(3)", "(6, 8, 2)")]
    [InlineData("DepthwiseConv1D(3, DepthMultiplier = 4, Padding = Padding.Same)", "(6, 10, 8)")]
    [InlineData("DepthwiseConv2D(3, Strides = 2)", "(2, 4, 2)")]
    [InlineData("DepthwiseConv2D(2, 5, StrideWidth = 3, DepthMultiplier = 3, Padding = Padding.Same)", "(6, 4, 6)")]
    [InlineData("SeparableConv1D(7, 3, DepthMultiplier = 4)", "(6, 8, 7)")]
    [InlineData("SeparableConv2D(7, 3, Strides = 2, Padding = Padding.Same)", "(3, 5, 7)")]
    public void What_a_convolution_gives_follows_from_its_input(string layer, string output) => Gives("[Input(6, 10, 2)]", layer, output);

    [Theory]
    [InlineData("Conv3D(5, 2)", "(3, 2, 3, 5)")]
    [InlineData("Conv3D(5, 1, 2, 3, StrideDepth = 3, StrideHeight = 2, Padding = Padding.Same)", "(2, 2, 4, 5)")]
    [InlineData("Conv3D(5, 2, DilationDepth = 3)", "(1, 2, 3, 5)")]
    public void What_a_convolution_over_volumes_gives_follows_from_its_input(string layer, string output) => Gives("[Input(4, 3, 4, 2)]", layer, output);

    // As keras.layers.Conv1DTranspose and Conv2DTranspose answer.
    [Theory]
    [InlineData("Conv1DTranspose(4, 3)", "(5, 9, 4)")]
    [InlineData("Conv1DTranspose(4, 3, Strides = 2)", "(5, 15, 4)")]
    [InlineData("Conv1DTranspose(4, 2, Strides = 5)", "(5, 35, 4)")]
    [InlineData("Conv1DTranspose(4, 3, Strides = 2, OutputPadding = 1)", "(5, 16, 4)")]
    [InlineData("Conv1DTranspose(4, 3, DilationRate = 2)", "(5, 11, 4)")]
    [InlineData("Conv1DTranspose(4, 3, Strides = 2, Padding = Padding.Same)", "(5, 14, 4)")]
    [InlineData("Conv1DTranspose(4, 3, Strides = 2, Padding = Padding.Same, OutputPadding = 0)", "(5, 13, 4)")]
    [InlineData("Conv1DTranspose(4, 4, Strides = 2, Padding = Padding.Same, OutputPadding = 1)", "(5, 13, 4)")]
    [InlineData("Conv2DTranspose(4, 3, 2, StrideHeight = 3)", "(15, 8, 4)")]
    [InlineData("Conv2DTranspose(4, 3, Strides = 2, Padding = Padding.Same, OutputPaddingWidth = 0)", "(10, 13, 4)")]
    public void What_a_transposed_convolution_gives_follows_from_its_input(string layer, string output) => Gives("[Input(5, 7, 2)]", layer, output);

    [Fact]
    public void A_depthwise_kernel_has_an_extent_for_the_multiplier_and_is_stored_with_the_outputs_as_columns()
    {
        LayerNode node = GeneratorRun.OfNetwork(
            "[Input(6, 5, 3)]", "[DepthwiseConv2D(2, 4, DepthMultiplier = 5, DepthwiseInitializer = Initializer.HeNormal)]", Loss).Graph.Nodes[1];

        Assert.Equal(
            [
                new ParameterNode("depthwise_kernel", new Shape(2, 4, 3, 5), "HeNormal", 24, 40) { Columns = 15, IsInPanels = false },
                new ParameterNode("bias", new Shape(15), "Zeros", 15, 15),
            ],
            node.Parameters);
    }

    [Fact]
    public void A_separable_convolution_has_two_kernels_and_one_bias()
    {
        LayerNode node = GeneratorRun.OfNetwork(
            "[Input(6, 5, 3)]",
            "[SeparableConv2D(7, 2, DepthMultiplier = 2, PointwiseInitializer = Initializer.Ones, KernelInitializer = Initializer.HeUniform)]",
            Loss).Graph.Nodes[1];

        Assert.Equal(
            [
                new ParameterNode("depthwise_kernel", new Shape(2, 2, 3, 2), "HeUniform", 12, 8) { Columns = 6, IsInPanels = false },
                new ParameterNode("pointwise_kernel", new Shape(1, 1, 6, 7), "Ones", 6, 7),
                new ParameterNode("bias", new Shape(7), "Zeros", 7, 7),
            ],
            node.Parameters);
    }

    [Fact]
    public void A_transposed_kernel_has_the_filters_before_the_channels()
    {
        LayerNode node = GeneratorRun.OfNetwork("[Input(6, 5, 3)]", "[Conv2DTranspose(7, 2, 4)]", Loss).Graph.Nodes[1];

        Assert.Equal(
            [new ParameterNode("kernel", new Shape(2, 4, 7, 3), "GlorotUniform", 56, 24), new ParameterNode("bias", new Shape(7), "Zeros", 7, 7)],
            node.Parameters);
    }

    [Fact]
    public void Operations_of_a_separable_convolution_are_those_of_both_steps()
    {
        LayerNode node = GeneratorRun.OfNetwork(
            "[Input(6, 5, 3)]", "[SeparableConv2D(7, 2, DepthMultiplier = 2, Activation = Activation.ReLU)]", Loss).Graph.Nodes[1];

        Assert.Equal((2L * 4 * 6 * 20) + (2 * 6 * 7 * 20) + (7 * 20) + (7 * 20), node.Flops);
        Assert.Equal(node.Flops, node.Parts.Sum(part => part.Flops));
    }

    private static void Gives(string input, string layer, string output)
    {
        GeneratorRun run = GeneratorRun.OfNetwork(input, $"[{layer}]", Loss);

        Assert.Empty(run.Reported);
        Assert.Equal(output, run.Graph.Nodes[1].OutputShape.ToString());
    }
}
