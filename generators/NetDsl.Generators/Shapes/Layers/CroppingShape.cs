using System.Globalization;
using NetDsl.Generators.Diagnostics;

namespace NetDsl.Generators.Shapes.Layers;

/// <summary>[Cropping1D], [Cropping2D], [Cropping3D]: what is left between the edges of the dimensions before the channels.</summary>
/// <param name="axes">How many dimensions.</param>
internal sealed class CroppingShape(int axes) : LayerShape
{
    private readonly EdgeArguments arguments = new("Cropping", axes);

    public override string Kind => FormattableString.Invariant($"Cropping{axes}D");

    public override void Check(LayerContext layer) => this.arguments.Check(layer);

    public override LayerNode? Infer(LayerContext layer)
    {
        if (!layer.RequireAxes([.. SpatialAxes.Names(axes), "channels"]))
        {
            return null;
        }

        Edges[] edges = this.arguments.Of(layer);
        int[] extents = SpatialAxes.Extents(layer.InputShape, axes);
        int empty = Array.FindIndex([.. Enumerable.Range(0, axes)], axis => (long)edges[axis].Before + edges[axis].After >= extents[axis]);
        if (empty >= 0)
        {
            layer.Report(
                DiagnosticDescriptors.CroppedAway,
                this.arguments.ArgumentOf(layer, empty),
                this.Kind,
                ((long)edges[empty].Before + edges[empty].After).ToString(CultureInfo.InvariantCulture),
                extents[empty].ToString(CultureInfo.InvariantCulture),
                SpatialAxes.Names(axes)[empty],
                layer.Giver,
                layer.InputShape.ToString());
            return null;
        }

        return new CroppingNode(new(edges))
        {
            Name = layer.Name,
            Kind = layer.Spec.Kind,
            Inputs = layer.Inputs,
            InputShapes = layer.InputShapes,
            OutputShape = new Shape(SpatialAxes.WithExtents(layer.InputShape, [.. extents.Zip(edges, (extent, edge) => extent - edge.Sum)])),
        };
    }
}
