using System.Globalization;
using NetDsl.Generators.Diagnostics;

namespace NetDsl.Generators.Shapes.Layers;

/// <summary>[Reshape]: as many values in the shape given, in which one extent can be left open.</summary>
internal sealed class ReshapeShape : LayerShape
{
    private const string TargetShape = nameof(TargetShape);
    private const int Open = -1;

    public override string Kind => "Reshape";

    public override void Check(LayerContext layer)
    {
        int[] extents = layer.Spec.Integers(TargetShape);
        if (extents.Length == 0)
        {
            layer.Report(DiagnosticDescriptors.SizeNotPositive, null, this.Kind, "the number of extents", "0");
        }

        int open = Array.IndexOf(extents, Open);
        for (int i = 0; i < extents.Length; i++)
        {
            if (extents[i] < 1 && i != open)
            {
                string place = i.ToString(CultureInfo.InvariantCulture);
                string extent = extents[i].ToString(CultureInfo.InvariantCulture);
                layer.Report(DiagnosticDescriptors.SizeNotPositive, $"{TargetShape}[{place}]", this.Kind, "each extent, but for one that is -1,", extent);
            }
        }
    }

    public override LayerNode? Infer(LayerContext layer)
    {
        int[] extents = layer.Spec.Integers(TargetShape);
        int values = layer.InputShape.Size;
        long known = extents.Where(e => e != Open).Aggregate(1L, (n, e) => Math.Min(n * e, int.MaxValue + 1L));
        bool isOpen = extents.Contains(Open);
        if (isOpen ? values % known != 0 : values != known)
        {
            string needed = (isOpen ? "a multiple of " : "") + known.ToString("N0", CultureInfo.InvariantCulture);
            string given = values.ToString("N0", CultureInfo.InvariantCulture);
            layer.Report(
                DiagnosticDescriptors.ReshapeDoesNotFit, null, new Shape(extents).ToString(), needed, layer.Giver, layer.InputShape.ToString(), given);
            return null;
        }

        Shape output = new([.. extents.Select(e => e == Open ? (int)(values / known) : e)]);

        // One dimension is what a Flatten gives.
        return output.Rank == 1
            ? new FlattenNode
            {
                Name = layer.Name,
                Kind = layer.Spec.Kind,
                Inputs = layer.Inputs,
                InputShapes = layer.InputShapes,
                OutputShape = output,
            }
            : new ReshapeNode
            {
                Name = layer.Name,
                Kind = layer.Spec.Kind,
                Inputs = layer.Inputs,
                InputShapes = layer.InputShapes,
                OutputShape = output,
            };
    }
}
