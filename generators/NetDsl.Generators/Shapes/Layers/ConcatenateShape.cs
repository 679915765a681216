using System.Globalization;
using NetDsl.Generators.Diagnostics;

namespace NetDsl.Generators.Shapes.Layers;

/// <summary>[Concatenate]: inputs whose shapes differ in the one axis along which they follow each other.</summary>
internal sealed class ConcatenateShape : LayerShape
{
    private const string Axis = nameof(Axis);

    public override string Kind => "Concatenate";

    public override LayerNode? Infer(LayerContext layer)
    {
        if (!JoinShape.RequireSeveral(layer))
        {
            return null;
        }

        // Keras counts from the batch, which is axis 0 there and has no place here.
        int given = layer.Spec.Integer(Axis, -1);
        int axis = given < 0 ? layer.InputShape.Rank + given : given - 1;
        if (given == 0 || axis < 0 || axis >= layer.InputShape.Rank)
        {
            string rank = layer.InputShape.Rank.ToString(CultureInfo.InvariantCulture);
            layer.Report(
                DiagnosticDescriptors.AxisOutOfRange, Axis, layer.Spec.Kind, given.ToString(CultureInfo.InvariantCulture), rank, layer.Giver, layer.InputShape.ToString());
            return null;
        }

        int other = Enumerable.Range(0, layer.Inputs.Count).FirstOrDefault(i => !Fits(layer.InputShape, layer.InputShapes[i], axis));
        if (other > 0)
        {
            JoinShape.ReportShapes(layer, $"whose shapes differ in axis {given.ToString(CultureInfo.InvariantCulture)} alone", other);
            return null;
        }

        int[] extents = [.. layer.InputShape.Extents];
        long along = layer.InputShapes.Sum(shape => (long)shape[axis]);
        extents[axis] = (int)Math.Min(along, int.MaxValue);
        return !layer.CountFits("the output", JoinShape.Layers, extents)
            ? null
            : new ConcatenateNode(axis)
            {
                Name = layer.Name,
                Kind = layer.Spec.Kind,
                Inputs = layer.Inputs,
                InputShapes = layer.InputShapes,
                OutputShape = new Shape(extents),
            };
    }

    private static bool Fits(Shape first, Shape other, int axis) =>
        first.Rank == other.Rank && Enumerable.Range(0, first.Rank).All(i => i == axis || first[i] == other[i]);
}
