using System.Globalization;
using NetDsl.Generators.Diagnostics;

namespace NetDsl.Generators.Shapes.Layers;

/// <summary>[Activation] and the activations that have an attribute of their own: any shape, unchanged.</summary>
/// <param name="kind">The attribute's name without "Attribute".</param>
internal sealed class ActivationShape(string kind) : LayerShape
{
    private static readonly string[] Settings = ["NegativeSlope", "MaxValue", "Threshold", "Alpha"];

    public override string Kind => kind;

    public override void Check(LayerContext layer)
    {
        foreach (string setting in Settings)
        {
            double value = layer.Spec.Number(setting, 0);
            bool isFinite = !double.IsInfinity(value) || setting == "MaxValue";

            // Written so that NaN, which compares false to everything, is refused too.
            if (!(value >= 0 && isFinite))
            {
                layer.Report(
                    DiagnosticDescriptors.NumberOutOfRange, setting, this.Kind, setting, "at least 0", value.ToString("R", CultureInfo.InvariantCulture));
            }
        }
    }

    public override LayerNode? Infer(LayerContext layer)
    {
        string activation = layer.Spec.Text("Activation") ?? this.Kind;
        if (ActivationTraits.IsOfRows(activation) && layer.InputShape.Last == 1)
        {
            layer.Report(DiagnosticDescriptors.SoftmaxOnOneUnit, null, layer.Spec.Kind, "value");
            return null;
        }

        double slope = activation == "LeakyReLU" ? (layer.Spec.Kind == "LeakyReLU" ? 0.3 : 0.2) : 0;
        ActivationSettings settings = new(
            layer.Spec.Number("NegativeSlope", slope),
            layer.Spec.Number("MaxValue", double.PositiveInfinity),
            layer.Spec.Number("Threshold", 0),
            layer.Spec.Number("Alpha", 1),
            layer.Spec.Flag("Approximate", false));
        return new ActivationNode(activation, settings)
        {
            Name = layer.Name,
            Kind = layer.Spec.Kind,
            Inputs = layer.Inputs,
            InputShapes = layer.InputShapes,
            OutputShape = layer.InputShape,
            Activation = activation,
            Flops = ActivationRules.Flops(activation, layer.InputShape),
        };
    }
}
