using NetDsl.Generators.Planning.Steps;
using NetDsl.Generators.Shapes;

namespace NetDsl.Generators.Planning.Layers;

/// <summary>
/// Values on straight lines between those of an axis, so many times as many. The centres of the values are at half-integers, as in Keras:
/// output i is at (i + 1/2) / size - 1/2 of the input; beyond the outermost centres it is the outermost value.
/// </summary>
internal static class LineTransform
{
    /// <summary>The step that makes more values along an axis.</summary>
    /// <param name="node">The layer.</param>
    /// <param name="name">What the axis is called.</param>
    /// <param name="input">What is read.</param>
    /// <param name="output">What is made of it.</param>
    /// <param name="axis">Which of the two axes before the channels.</param>
    /// <param name="size">How many times as many.</param>
    public static AxisTransform Forward(LayerNode node, string name, TensorView input, TensorView output, int axis, int size)
    {
        int extent = input.Axes[input.Axes.Count - 3 + axis][0].Extent;
        int from = input.Strides(2)[axis];
        int to = output.Strides(2)[axis];
        AxisPoint Lower(int place) => new(0, new(place * from, 0, 0));
        AxisPoint Upper(int place) => new(1, new(place * from, 0, 0));

        // The rows after those of an interval copy the value at an edge.
        IEnumerable<AxisPoint> Edge(int first, int count) => Enumerable.Range(0, count).Select(i => new AxisPoint(size + i, new(0, (first + i) * to, 0)));
        int edge = size / 2;
        List<AxisPiece> pieces = [];
        if (edge > 0)
        {
            pieces.Add(new(1, default, default, new([Lower(0)]), new(Edge(0, edge))));
        }

        if (extent > 1)
        {
            pieces.Add(new(
                extent - 1,
                default,
                new(from, size * to, 0),
                new([Lower(0), Upper(1)]),
                new(Enumerable.Range(0, size).Select(i => new AxisPoint(i, new(0, (edge + i) * to, 0))))));
        }

        pieces.Add(new(1, default, default, new([Lower(extent - 1)]), new(Edge((size * (extent - 1)) + edge, size - edge))));
        Matrix matrix = new(2 * size, 2, (row, column) => row < size ? (column == 0 ? 1 - Weight(row, size) : Weight(row, size)) : 1 - column);
        return Step(node, $"{node.Name}_{name}Forward", $"{name}, {size} times", matrix, input, new(output, new(), output, false), pieces, axis);
    }

    /// <summary>The step that takes the gradient of what was made along an axis back: the transpose of the matrix.</summary>
    /// <param name="node">The layer.</param>
    /// <param name="name">What the axis is called.</param>
    /// <param name="delta">The gradient of what was made.</param>
    /// <param name="target">Where the gradient of what was read goes.</param>
    /// <param name="axis">Which of the two axes before the channels.</param>
    /// <param name="size">How many times as many.</param>
    public static AxisTransform Backward(LayerNode node, string name, TensorView delta, DeltaTarget target, int axis, int size)
    {
        int place = target.View.Axes.Count - 3 + axis;
        int extent = target.View.Axes[place][0].Extent;
        int from = delta.Strides(2)[axis];
        int to = target.View.Strides(2)[axis];
        int values = target.Values.Strides(2)[axis];
        int edge = size / 2;

        // The columns of the interval before a value, of that after it, and of the edges.
        IEnumerable<AxisPoint> Points(int column, int first, int count) =>
            Enumerable.Range(0, count).Select(i => new AxisPoint(column + i, new((first + i) * from, 0, 0)));
        AxisPiece Piece(int count, int at, IEnumerable<AxisPoint> inputs) => new(
            count, new(0, at * to, at * values), new(size * from, to, values), new(inputs), new([new AxisPoint(0, default)]));
        List<AxisPiece> pieces = [];
        if (extent == 1)
        {
            pieces.Add(Piece(1, 0, Points(2 * size, 0, size)));
        }
        else
        {
            pieces.Add(Piece(1, 0, Points(2 * size, 0, edge).Concat(Points(size, edge, size))));
            if (extent > 2)
            {
                pieces.Add(Piece(extent - 2, 1, Points(0, edge, 2 * size)));
            }

            int last = (size * (extent - 2)) + edge;
            pieces.Add(Piece(1, extent - 1, Points(0, last, size).Concat(Points(2 * size, last + size, size - edge))));
        }

        Matrix matrix = new(1, 3 * size, (_, column) => (column / size) switch
        {
            0 => Weight(column, size),
            1 => 1 - Weight(column - size, size),
            _ => 1,
        });
        return Step(node, $"{node.Name}_{name}Backward", $"gradient along the {name.ToLowerInvariant()}", matrix, delta, target, pieces, axis) with
        {
            ForInputGradient = target.ForInputGradient,
        };
    }

    /// <summary>How far a value of an interval is from its lower end, of those in it that follow each other.</summary>
    private static double Weight(int place, int size) => ((size / 2) + place + 0.5 - (0.5 * size)) / size;

    private static AxisTransform Step(
        LayerNode node, string name, string comment, Matrix matrix, TensorView source, DeltaTarget target, IEnumerable<AxisPiece> pieces, int axis)
    {
        // The axes besides this one; the innermost of them that follow each other everywhere are one run with the channels.
        int place = source.Axes.Count - 3 + axis;
        bool Others(Dimension _, int i) => i != place;
        List<Loop> loops = [.. Loop.Merge(Loop.Over(
            a: source.Leading.Where(Others), c: target.View.Leading.Where(Others), y: target.Y is null ? null : target.Values.Leading.Where(Others)))];
        int run = source.PaddedLast;
        if (axis == 0 && loops.Count > 0 && loops[loops.Count - 1] is { } inner && inner.A == run && inner.C == run && (target.Y is null || inner.Y == run))
        {
            run *= inner.Extent;
            loops.RemoveAt(loops.Count - 1);
        }

        return new(
            name,
            $"{comment}: {node.InputShape} -> {node.OutputShape}",
            matrix,
            source.Base,
            target.View.Base,
            Bias: null,
            target.Y,
            BySample: true,
            new(loops),
            new(pieces),
            run,
            source.PaddedLast,
            target.Epilogue);
    }
}
