using NetDsl.Generators.Shapes;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Tests.Emission;

/// <summary>Layers that take each value from some places of their input, computed place by place.</summary>
internal static class NaiveRearrangement
{
    /// <summary>The output of a layer.</summary>
    public static double[] Of(LayerNode node, double[] input)
    {
        double[] output = new double[node.OutputShape.Size];
        for (int i = 0; i < output.Length; i++)
        {
            output[i] = Sources(node, Place(node.OutputShape, i))
                .Where(source => source.Place.Zip(node.InputShape.Extents, (place, extent) => place >= 0 && place < extent).All(isInside => isInside))
                .Sum(source => source.Weight * input[Index(node.InputShape, source.Place)]);
        }

        return output;
    }

    private static IEnumerable<(double Weight, int[] Place)> Sources(LayerNode node, int[] place)
    {
        int first = place.Length - 1;
        switch (node)
        {
            case PermuteNode permute:
                int[] from = new int[place.Length];
                for (int axis = 0; axis < from.Length; axis++)
                {
                    from[permute.Order[axis]] = place[axis];
                }

                return [(1, from)];
            case RepeatVectorNode:
                return [(1, [.. place[..^2], place[^1]])];
            case ZeroPaddingNode padding:
                first -= padding.Edges.Count;
                return [(1, [.. place.Select((p, i) => i >= first && i < place.Length - 1 ? p - padding.Edges[i - first].Before : p)])];
            case CroppingNode cropping:
                first -= cropping.Edges.Count;
                return [(1, [.. place.Select((p, i) => i >= first && i < place.Length - 1 ? p + cropping.Edges[i - first].Before : p)])];
            case UpSamplingNode { IsBilinear: false } nearest:
                first -= nearest.Sizes.Count;
                return [(1, [.. place.Select((p, i) => i >= first && i < place.Length - 1 ? p / nearest.Sizes[i - first] : p)])];
            case UpSamplingNode bilinear:
                return
                    from y in Line(place[^3], bilinear.Sizes[0], node.InputShape[place.Length - 3])
                    from x in Line(place[^2], bilinear.Sizes[1], node.InputShape[place.Length - 2])
                    select (y.Weight * x.Weight, (int[])[.. place[..^3], y.Place, x.Place, place[^1]]);
            default:
                throw new ArgumentOutOfRangeException(nameof(node), node.Kind, "This layer does more than take values.");
        }
    }

    /// <summary>The two places of an axis that a value lies between, with their weights.</summary>
    private static IEnumerable<(double Weight, int Place)> Line(int place, int size, int extent)
    {
        double at = Math.Clamp(((place + 0.5) / size) - 0.5, 0, extent - 1);
        int lower = (int)at;
        return [(1 - (at - lower), lower), (at - lower, Math.Min(lower + 1, extent - 1))];
    }

    private static int[] Place(Shape shape, int index)
    {
        int[] place = new int[shape.Rank];
        for (int axis = shape.Rank - 1; axis >= 0; axis--)
        {
            (index, place[axis]) = Math.DivRem(index, shape[axis]);
        }

        return place;
    }

    private static int Index(Shape shape, int[] place) => place.Zip(shape.Extents).Aggregate(0, (index, axis) => (index * axis.Second) + axis.First);
}
