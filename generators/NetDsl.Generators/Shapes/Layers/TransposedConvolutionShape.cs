using System.Globalization;
using NetDsl.Generators.Diagnostics;

namespace NetDsl.Generators.Shapes.Layers;

/// <summary>[Conv1DTranspose], [Conv2DTranspose]: from each place to all that lie under a window there.</summary>
/// <param name="kind">The attribute's name without "Attribute".</param>
/// <param name="outputPaddings">The argument that gives the outputs beyond the last window along each dimension.</param>
/// <param name="axes">The dimensions that the window moves along.</param>
internal sealed class TransposedConvolutionShape(string kind, string[] outputPaddings, params WindowAxis[] axes) : LayerShape
{
    private const string Filters = nameof(Filters);
    private const string OutputPadding = nameof(OutputPadding);

    /// <summary>What an output padding is where none is given.</summary>
    private const int Automatic = -1;

    private readonly WindowArguments arguments = new("kernel", "KernelSize", StrideIsSizeAtZero: false, new(axes));

    public override string Kind => kind;

    public override void Check(LayerContext layer)
    {
        layer.RequirePositive(Filters);
        this.arguments.Check(layer);
        ActivationRules.CheckSoftmax(layer, layer.Spec.Integer(Filters, 0), "filter");
    }

    public override LayerNode? Infer(LayerContext layer)
    {
        if (this.arguments.Measure(layer) is not { } measures || this.Windows(layer, measures) is not { } windows)
        {
            return null;
        }

        int filters = layer.Spec.Integer(Filters, 0);
        Shape input = layer.InputShape;
        int[] kernel = [.. windows.Select(w => w.Size), filters, input.Last];
        int[] output = [.. input.Extents.Take(input.Rank - 1 - windows.Count), .. windows.Select(w => w.Input), filters];
        if (!layer.CountFits("the kernel", Filters, kernel) || !layer.CountFits("the output", Filters, output))
        {
            return null;
        }

        Shape outputShape = new(output);
        bool bias = layer.Spec.Flag("UseBias", true);
        ParameterNode weights = layer.ConvolutionKernel("kernel", new(kernel));
        return new TransposedConvolutionNode(filters, windows, bias)
        {
            Name = layer.Name,
            Kind = layer.Spec.Kind,
            Inputs = layer.Inputs,
            InputShapes = layer.InputShapes,
            OutputShape = outputShape,
            Activation = layer.Activation,
            Parameters = new(bias ? [weights, layer.Bias(filters)] : [weights]),
            Flops = (2L * weights.Shape.Size / input.Last * input.Size) + (bias ? outputShape.Size : 0) + ActivationRules.Flops(layer.Activation, outputShape),
        };
    }

    /// <summary>The windows over the output; null after reporting an output padding that is out of range.</summary>
    private EquatableArray<Window>? Windows(LayerContext layer, EquatableArray<WindowMeasure> measures)
    {
        List<Window> windows = [];
        bool isSame = layer.Spec.Text("Padding") == "Same";
        for (int i = 0; i < measures.Count; i++)
        {
            (int input, int size, int stride, int dilation) = measures[i];
            int reach = measures[i].Reach;
            int padding = layer.Spec.Integer(outputPaddings[i], layer.Spec.Integer(OutputPadding, Automatic));
            if (padding != Automatic && !this.CheckOutputPadding(layer, i, padding, isSame && reach % 2 == 0 ? 1 : 0, stride - 1))
            {
                return null;
            }

            // As Keras computes it (keras/src/backend/common/backend_utils.py, _get_output_shape_given_tf_padding).
            long output = ((input - 1L) * stride) + (isSame
                ? padding == Automatic ? stride : (reach % 2) + padding
                : padding == Automatic ? Math.Max(reach, stride) : reach + (long)padding);
            if (output > int.MaxValue)
            {
                string extents = $"({output.ToString(CultureInfo.InvariantCulture)})";
                layer.Report(
                    DiagnosticDescriptors.SizeTooLarge, this.arguments.ArgumentOf(layer, axes[i]), kind, "the output", extents, $"; {layer.Giver} gives {layer.InputShape}");
                return null;
            }

            windows.Add(isSame ? Window.Same((int)output, size, stride, dilation) : Window.Valid((int)output, size, stride, dilation));
        }

        return new(windows);
    }

    private bool CheckOutputPadding(LayerContext layer, int axis, int padding, int least, int most)
    {
        if (padding >= least && padding <= most)
        {
            return true;
        }

        string given = layer.Spec.Has(outputPaddings[axis]) ? outputPaddings[axis] : OutputPadding;
        string range = least > most ? "to be left out" : FormattableString.Invariant($"to be from {least} to {most}");
        layer.Report(
            DiagnosticDescriptors.OutputPaddingOutOfRange, given, kind, given, range, axes[axis].Name, padding.ToString(CultureInfo.InvariantCulture));
        return false;
    }
}
