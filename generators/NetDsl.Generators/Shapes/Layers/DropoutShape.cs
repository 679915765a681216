using System.Globalization;
using NetDsl.Generators.Diagnostics;

namespace NetDsl.Generators.Shapes.Layers;

/// <summary>[Dropout]: any shape, unchanged.</summary>
internal sealed class DropoutShape : LayerShape
{
    private const string Rate = nameof(Rate);

    public override string Kind => "Dropout";

    public override void Check(LayerContext layer)
    {
        double rate = layer.Spec.Number(Rate, 0);

        // Written so that NaN, which compares false to everything, is refused too.
        if (!(rate >= 0 && rate < 1))
        {
            layer.Report(DiagnosticDescriptors.RateOutOfRange, Rate, this.Kind, rate.ToString("R", CultureInfo.InvariantCulture));
        }
    }

    // The mask is drawn in training only; a prediction's pass does nothing, so no operations are counted.
    public override LayerNode Infer(LayerContext layer) => new DropoutNode(layer.Spec.Number(Rate, 0))
    {
        Name = layer.Name,
        Kind = layer.Spec.Kind,
        Inputs = layer.Inputs,
        InputShapes = layer.InputShapes,
        OutputShape = layer.InputShape,
    };
}
