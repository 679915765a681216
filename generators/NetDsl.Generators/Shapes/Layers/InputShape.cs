using System.Globalization;
using NetDsl.Generators.Diagnostics;

namespace NetDsl.Generators.Shapes.Layers;

/// <summary>[Input]: the extents as written.</summary>
internal sealed class InputShape : LayerShape
{
    public const string InputKind = "Input";

    public override string Kind => InputKind;

    public override void Check(LayerContext layer)
    {
        int[] extents = layer.Spec.Integers("Shape");
        if (extents.Length == 0)
        {
            layer.Report(DiagnosticDescriptors.SizeNotPositive, null, "Input", "the number of extents", "0");
        }

        for (int i = 0; i < extents.Length; i++)
        {
            if (extents[i] < 1)
            {
                string place = i.ToString(CultureInfo.InvariantCulture);
                string extent = extents[i].ToString(CultureInfo.InvariantCulture);
                layer.Report(DiagnosticDescriptors.SizeNotPositive, $"Shape[{place}]", "Input", "each extent", extent);
            }
        }
    }

    public override LayerNode? Infer(LayerContext layer)
    {
        int[] extents = layer.Spec.Integers("Shape");
        return layer.CountFits("a sample", "Shape", extents)
            ? new InputNode
            {
                Name = layer.Name,
                Kind = layer.Spec.Kind,
                Inputs = layer.Inputs,
                InputShapes = layer.InputShapes,
                OutputShape = new Shape(extents),
            }
            : null;
    }
}
