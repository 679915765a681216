using System.Globalization;
using NetDsl.Generators.Diagnostics;

namespace NetDsl.Generators.Shapes.Layers;

/// <summary>[PReLU]: any shape, unchanged.</summary>
internal sealed class PReLUShape : LayerShape
{
    private const string SharedAxes = nameof(SharedAxes);

    public override string Kind => "PReLU";

    public override LayerNode? Infer(LayerContext layer)
    {
        Shape shape = layer.InputShape;
        bool[] isShared = new bool[shape.Rank];
        int[] axes = layer.Spec.Integers(SharedAxes);
        for (int i = 0; i < axes.Length; i++)
        {
            // Keras counts from the batch, which is axis 0 there and has no place here.
            int axis = axes[i] < 0 ? shape.Rank + axes[i] : axes[i] - 1;
            if (axes[i] == 0 || axis < 0 || axis >= shape.Rank)
            {
                string argument = FormattableString.Invariant($"{SharedAxes}[{i}]");
                string rank = shape.Rank.ToString(CultureInfo.InvariantCulture);
                layer.Report(
                    DiagnosticDescriptors.AxisOutOfRange, argument, this.Kind, axes[i].ToString(CultureInfo.InvariantCulture), rank, layer.Giver, shape.ToString());
                return null;
            }

            isShared[axis] = true;
        }

        Shape alpha = new([.. shape.Extents.Select((extent, axis) => isShared[axis] ? 1 : extent)]);
        ParameterNode slopes = ParameterRules.Apply(
            layer, "Alpha", new ParameterNode("alpha", alpha, layer.Spec.Text("AlphaInitializer") ?? "Zeros", alpha.Size, alpha.Size) { Columns = alpha.Size });
        return layer.HasErrors ? null : new PReLUNode(new(isShared))
        {
            Name = layer.Name,
            Kind = layer.Spec.Kind,
            Inputs = layer.Inputs,
            InputShapes = layer.InputShapes,
            OutputShape = shape,
            Parameters = new([slopes]),
            Flops = shape.Size,
        };
    }
}
