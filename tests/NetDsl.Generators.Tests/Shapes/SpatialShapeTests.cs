using NetDsl.Generators.Shapes;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Tests.Shapes;

/// <summary>What layers over the dimensions before the channels, and those that rearrange them, make of a shape.</summary>
public sealed class SpatialShapeTests
{
    private const string Loss = "[Loss(Loss.MeanSquaredError)]";

    [Theory]
    [InlineData("AveragePooling1D", "(3, 6, 4, 2)")]
    [InlineData("MinPooling2D(2, 3, Strides = 1)", "(3, 5, 6, 2)")]
    [InlineData("MaxPooling3D(2, Padding = Padding.Same)", "(2, 3, 4, 2)")]
    [InlineData("AveragePooling3D(1, 2, 3, StrideWidth = 1)", "(3, 3, 6, 2)")]
    [InlineData("GlobalAveragePooling2D", "(3, 2)")]
    [InlineData("GlobalMaxPooling3D", "(2)")]
    [InlineData("GlobalMinPooling1D(KeepDims = true)", "(3, 6, 1, 2)")]
    [InlineData("GlobalMaxPooling3D(KeepDims = true)", "(1, 1, 1, 2)")]
    [InlineData("Reshape(9, -1)", "(9, 32)")]
    [InlineData("Reshape(-1)", "(288)")]
    [InlineData("Permute(2, 1)", "(3, 6, 2, 8)")]
    [InlineData("Permute(3, 1, 4, 2)", "(8, 3, 2, 6)")]
    [InlineData("RepeatVector(5)", "(3, 6, 8, 5, 2)")]
    [InlineData("ZeroPadding1D", "(3, 6, 10, 2)")]
    [InlineData("ZeroPadding1D(0, 3)", "(3, 6, 11, 2)")]
    [InlineData("ZeroPadding2D(2, 0)", "(3, 10, 8, 2)")]
    [InlineData("ZeroPadding3D(1, 2, 3, 4, 5, 6)", "(6, 13, 19, 2)")]
    [InlineData("Cropping1D", "(3, 6, 6, 2)")]
    [InlineData("Cropping2D", "(3, 6, 8, 2)")]
    [InlineData("Cropping2D(1, 2, 3, 4)", "(3, 3, 1, 2)")]
    [InlineData("Cropping3D", "(1, 4, 6, 2)")]
    [InlineData("UpSampling1D", "(3, 6, 16, 2)")]
    [InlineData("UpSampling2D(3, 2)", "(3, 18, 16, 2)")]
    [InlineData("UpSampling2D(2, Interpolation = Interpolation.Bilinear)", "(3, 12, 16, 2)")]
    [InlineData("UpSampling3D", "(6, 12, 16, 2)")]
    [InlineData("SpatialDropout3D(0.5)", "(3, 6, 8, 2)")]
    [InlineData("GaussianNoise(0.5)", "(3, 6, 8, 2)")]
    public void The_output_s_shape_is_Keras_s_at_each_place_of_the_dimensions_before(string layer, string output) =>
        Assert.Equal(output, GeneratorRun.OfNetwork("[Input(3, 6, 8, 2)]", $"[{layer}]", "[Dense(1)]", Loss).Graph.Nodes[1].OutputShape.ToString());

    [Theory]
    [InlineData("ZeroPadding2D(1)", 1, 1, 1, 1)]
    [InlineData("ZeroPadding2D(1, 2)", 1, 1, 2, 2)]
    [InlineData("ZeroPadding2D(1, 2, 3, 4)", 1, 2, 3, 4)]
    public void Edges_are_given_for_all_for_each_dimension_or_for_each_side(string layer, int top, int bottom, int left, int right)
    {
        var node = (ZeroPaddingNode)GeneratorRun.OfNetwork("[Input(6, 8, 2)]", $"[{layer}]", "[Flatten]", "[Dense(1)]", Loss).Graph.Nodes[1];

        Assert.Equal([new Edges(top, bottom), new Edges(left, right)], node.Edges);
    }

    [Fact]
    public void Operations_of_pooling_are_one_a_value()
    {
        NetworkGraph graph = GeneratorRun.OfNetwork(
            "[Input(6, 6, 2)]", "[AveragePooling2D(2)]", "[UpSampling2D(2)]", "[MinPooling2D(2)]", "[GlobalAveragePooling2D(KeepDims = true)]", "[GlobalMaxPooling2D]", Loss).Graph;

        Assert.Equal([0, 4 * 18, 0, 3 * 18, 18, 0], graph.Nodes.Select(n => n.Flops));
    }
}
