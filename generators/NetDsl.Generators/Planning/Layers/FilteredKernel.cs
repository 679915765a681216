using NetDsl.Generators.Planning.Steps;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning.Layers;

/// <summary>
/// The kernel of a <see cref="FilteredConvolution"/> in both its forms: with its taps along the last window inside the other windows' taps, as the
/// parameter is, and with the points of the filter outside of them. Each form lies in panels of its own, the last of which may be narrower.
/// </summary>
/// <param name="node">The convolution.</param>
/// <param name="filter">The filter of its last window.</param>
/// <param name="element">The type of the parameters.</param>
internal sealed class FilteredKernel(ConvolutionNode node, MinimalFilter filter, ElementType element)
{
    /// <summary>The rows of one point: the taps of the other windows times the channels.</summary>
    public int RowsOfPoint => this.OtherTaps * this.Channels;

    /// <summary>The rows of all points.</summary>
    public int Rows => filter.Products * this.RowsOfPoint;

    /// <summary>The taps of the windows that the filter leaves alone.</summary>
    public int OtherTaps => node.Windows.Take(node.Windows.Count - 1).Aggregate(1, (n, w) => n * w.Size);

    /// <summary>The portions of the batch that have a gradient at the points each.</summary>
    public Portions Portions => new(Portions.OfConvolution, this.Rows * element.Padded(node.Filters));

    private int Channels => node.InputShape.Last;

    /// <summary>The steps that bring the parameter to the points.</summary>
    public IEnumerable<AxisTransform> ToPoints(Operand parameter, Operand points, string shape) => this.Steps(
        "Kernel",
        $"kernel {shape} at {filter.Products} points",
        filter.Filter,
        (row, _) => Enumerable.Range(0, filter.Taps).Select(tap => tap * row),
        (_, plane) => Enumerable.Range(0, filter.Products).Select(point => point * plane),
        parameter,
        points,
        isToPoints: true);

    /// <summary>The steps that make the gradient of the parameter of those at the points, of all portions of the batch.</summary>
    public IEnumerable<AxisTransform> FromPoints(Operand points, Operand gradient, string shape)
    {
        Matrix matrix = filter.Filter.Transposed;
        int count = filter.Products;
        return this.Steps(
            "KernelGradientFromPoints",
            $"gradient of kernel {shape} from its {count} points",
            new(filter.Taps, this.Portions.Count * count, (row, column) => matrix[row, column % count]),
            (_, plane) => Enumerable.Range(0, this.Portions.Count * count).Select(i => (i % count * plane) + (i / count * this.Portions.Stride)),
            (row, _) => Enumerable.Range(0, filter.Taps).Select(tap => tap * row),
            points,
            gradient,
            isToPoints: false);
    }

    /// <summary>One step for all panels of full width and one for a narrower last one.</summary>
    /// <param name="name">The name of their methods.</param>
    /// <param name="comment">What they do.</param>
    /// <param name="matrix">What the taps or points are multiplied by.</param>
    /// <param name="inputs">Where they are, given the elements of a tap's and of a point's rows.</param>
    /// <param name="outputs">Where the results go, likewise.</param>
    /// <param name="source">What is read.</param>
    /// <param name="destination">What is written.</param>
    /// <param name="isToPoints">Whether the source has taps and the destination points.</param>
    private IEnumerable<AxisTransform> Steps(
        string name,
        string comment,
        Matrix matrix,
        Func<int, int, IEnumerable<int>> inputs,
        Func<int, int, IEnumerable<int>> outputs,
        Operand source,
        Operand destination,
        bool isToPoints)
    {
        int width = element.PanelWidth;
        int whole = node.Filters / width;
        int rest = element.Padded(node.Filters) - (whole * width);
        if (whole > 0)
        {
            yield return Step("", 0, whole, width);
        }

        if (rest > 0)
        {
            yield return Step(whole > 0 ? "_LastPanel" : "", whole, 1, rest);
        }

        AxisTransform Step(string suffix, int first, int panels, int panelWidth)
        {
            int row = this.Channels * panelWidth;
            int plane = this.OtherTaps * row;
            Loop panel = new("panel", panels, A: width * filter.Taps * this.RowsOfPoint, C: width * this.Rows);
            Loop tap = new("tap", this.OtherTaps, A: filter.Taps * row, C: row);
            Loop[] loops = [.. new[] { panel, tap }.Select(loop => isToPoints ? loop : loop with { A = loop.C, C = loop.A })];
            return new(
                $"{node.Name}_{name}{suffix}",
                comment,
                matrix,
                source with { Offset = source.Offset + (first * loops[0].A) },
                destination with { Offset = destination.Offset + (first * loops[0].C) },
                Bias: null,
                Y: null,
                BySample: false,
                Loop.Merge(loops),
                new([new AxisPiece(
                    1,
                    default,
                    default,
                    AxisPoint.All(inputs(row, plane).Select(offset => new Place(offset, 0, 0))),
                    AxisPoint.All(outputs(row, plane).Select(offset => new Place(0, offset, 0))))]),
                row,
                panelWidth,
                new());
        }
    }
}
