namespace NetDsl.Generators.Tests.Diagnostics;

public sealed class ConvolutionDiagnosticsTests
{
    private const string Loss = "[Loss(Loss.MeanSquaredError)]";

    [Theory]
    [InlineData("Conv1D(8, 3, Strides = 2, DilationRate = 3)", "DilationRate = 3", "Conv1D")]
    [InlineData("Conv2D(8, 3, StrideHeight = 2, DilationWidth = 4)", "DilationWidth = 4", "Conv2D")]
    [InlineData("DepthwiseConv2D(3, Strides = 2, DilationRate = 5)", "DilationRate = 5", "DepthwiseConv2D")]
    [InlineData("SeparableConv1D(8, 3, Strides = 2, DilationRate = 6)", "DilationRate = 6", "SeparableConv1D")]
    [InlineData("Conv2DTranspose(8, 3, StrideWidth = 2, DilationRate = 7)", "DilationRate = 7", "Conv2DTranspose")]
    public void A_window_with_gaps_and_strides_is_refused(string layer, string text, string kind) => Refuses(
        layer, "NETDSL037", text, $"{kind} has strides and a dilation rate above 1, which do not go together; leave one of them at 1");

    [Theory]
    [InlineData("Conv1DTranspose(8, 3, OutputPadding = 1)", "OutputPadding = 1", "Conv1DTranspose needs OutputPadding to be from 0 to 0 along its steps; it is 1")]
    [InlineData("Conv1DTranspose(8, 3, Strides = 3, OutputPadding = -2)", "OutputPadding = -2", "Conv1DTranspose needs OutputPadding to be from 0 to 2 along its steps; it is -2")]
    [InlineData(
        "Conv2DTranspose(8, 3, Strides = 4, OutputPaddingWidth = 4)", "OutputPaddingWidth = 4", "Conv2DTranspose needs OutputPaddingWidth to be from 0 to 3 along its width; it is 4")]
    [InlineData(
        "Conv2DTranspose(8, 6, Strides = 4, Padding = Padding.Same, OutputPadding = 0)",
        "OutputPadding = 0",
        "Conv2DTranspose needs OutputPadding to be from 1 to 3 along its height; it is 0")]
    [InlineData(
        "Conv1DTranspose(8, 6, Padding = Padding.Same, OutputPadding = 0)", "OutputPadding = 0", "Conv1DTranspose needs OutputPadding to be left out along its steps; it is 0")]
    public void An_output_padding_of_a_stride_or_more_is_refused(string layer, string text, string message) => Refuses(layer, "NETDSL038", text, message);

    [Theory]
    [InlineData("Conv2D(8, 3, Padding = Padding.Causal)", "Conv2D")]
    [InlineData("DepthwiseConv1D(3, Padding = Padding.Causal)", "DepthwiseConv1D")]
    [InlineData("Conv1DTranspose(8, 3, Padding = Padding.Causal)", "Conv1DTranspose")]
    [InlineData("MaxPooling1D(3, Padding = Padding.Causal)", "MaxPooling1D")]
    public void A_causal_padding_of_another_layer_than_Conv1D_is_refused(string layer, string kind) => Refuses(
        layer, "NETDSL039", "Padding = Padding.Causal", $"{kind} has no Padding.Causal, which keeps Conv1D from seeing later steps; use Padding.Valid or Padding.Same");

    [Theory]
    [InlineData("DepthwiseConv2D(3, DepthMultiplier = 0)", "DepthMultiplier = 0", "DepthwiseConv2D needs DepthMultiplier to be at least 1; it is 0")]
    [InlineData("SeparableConv2D(0, 3)", "0", "SeparableConv2D needs Filters to be at least 1; it is 0")]
    [InlineData("Conv2D(2, 3, DilationWidth = 0)", "DilationWidth = 0", "Conv2D needs DilationWidth to be at least 1; it is 0")]
    [InlineData("Conv1DTranspose(0, 3)", "0", "Conv1DTranspose needs Filters to be at least 1; it is 0")]
    public void A_size_below_one_is_refused(string layer, string text, string message) => Refuses(layer, "NETDSL017", text, message);

    [Theory]
    [InlineData("Conv1D(8, 3, DilationRate = 6)", "3", "Conv1D has a kernel with its gaps of (13), larger than its input; the input gives (12, 10, 2)")]
    [InlineData("SeparableConv2D(8, 11)", "11", "SeparableConv2D has a kernel of (11, 11), larger than its input; the input gives (12, 10, 2)")]
    public void A_window_larger_than_its_input_is_refused(string layer, string text, string message) => Refuses(layer, "NETDSL016", text, message);

    [Theory]
    [InlineData(
        "Conv1D(8, 3, DilationRate = 1000000000)", "DilationRate = 1000000000", "Conv1D makes the kernel with its gaps (3, 1000000000), more than 2,147,483,647 values; the input gives (12, 10, 2)")]
    [InlineData(
        "Conv1D(8, 3, DilationRate = 300000000, Padding = Padding.Same)",
        "DilationRate = 300000000",
        "Conv1D makes the input with zeros around it (12, 600000011, 2), more than 2,147,483,647 values; the input gives (12, 10, 2)")]
    public void Gaps_that_cannot_be_counted_are_refused(string layer, string text, string message) => Refuses(layer, "NETDSL018", text, message);

    private static void Refuses(string layer, string id, string text, string message) => Assert.Equal(
        new ReportedDiagnostic(id, 4, text, message), Assert.Single(GeneratorRun.OfNetwork("[Input(12, 10, 2)]", $"[{layer}]", Loss).Reported));
}
