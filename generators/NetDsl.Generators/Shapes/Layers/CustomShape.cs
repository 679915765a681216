using System.Globalization;
using NetDsl.Generators.Diagnostics;

namespace NetDsl.Generators.Shapes.Layers;

/// <summary>[Custom]: the output's shape as written, or that of the input.</summary>
internal sealed class CustomShape : LayerShape
{
    private const string OutputShape = nameof(OutputShape);
    private const string KernelShape = nameof(KernelShape);

    public override string Kind => "Custom";

    public override void Check(LayerContext layer)
    {
        foreach (string argument in new[] { OutputShape, KernelShape })
        {
            foreach (int extent in layer.Spec.Integers(argument).Where(extent => extent < 1))
            {
                layer.Report(
                    DiagnosticDescriptors.SizeNotPositive, argument, this.Kind, "each extent of " + argument, extent.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    public override LayerNode? Infer(LayerContext layer)
    {
        int[] output = layer.Spec.Integers(OutputShape);
        int[] kernel = layer.Spec.Integers(KernelShape);
        if (!layer.CountFits("the output", OutputShape, output) || !layer.CountFits("the kernel", KernelShape, kernel))
        {
            return null;
        }

        int weights = kernel.Length == 0 ? 0 : new Shape(kernel).Size;
        return new CustomNode(layer.Spec.Text("Layer")!, weights)
        {
            Name = layer.Name,
            Kind = layer.Spec.Kind,
            Inputs = layer.Inputs,
            InputShapes = layer.InputShapes,
            OutputShape = output.Length == 0 ? layer.InputShape : new Shape(output),
            Parameters = weights == 0 ? EquatableArray<ParameterNode>.Empty : new([Kernel(layer, new(kernel))]),
        };
    }

    // The fans are Keras's (keras/src/initializers/random_initializers.py, compute_fans). Its values lie in their natural order, as one column.
    private static ParameterNode Kernel(LayerContext layer, Shape shape)
    {
        int channels = shape.Rank == 1 ? shape[0] : shape[shape.Rank - 2];
        int area = shape.Rank < 2 ? 1 : shape.Size / shape.Last / channels;
        return new("kernel", shape, layer.Spec.Text("KernelInitializer") ?? "GlorotUniform", area * channels, area * shape.Last)
        {
            Columns = 1,
        };
    }
}
