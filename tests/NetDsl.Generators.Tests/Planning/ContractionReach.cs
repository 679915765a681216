using NetDsl.Generators.Planning;
using NetDsl.Generators.Planning.Steps;

namespace NetDsl.Generators.Tests.Planning;

/// <summary>The elements that the tiles of a contraction touch for one sample.</summary>
internal sealed class ContractionReach
{
    private readonly Contraction contraction;
    private readonly ElementType element;
    private readonly Tiling tiling;
    private readonly List<Place> rows;

    public ContractionReach(Contraction contraction, VectorTarget target, ElementType element)
    {
        this.contraction = contraction;
        this.element = element;
        this.tiling = TilePlanner.Plan(contraction, target, element);
        this.rows = TileWalk.Rows(this.tiling, contraction.Samples);
    }

    /// <summary>The first and the last element touched of each operand, counted from the start of its sample or its block.</summary>
    public IEnumerable<(string Role, Operand Operand, int First, int Last)> Operands
    {
        get
        {
            Contraction c = this.contraction;
            int[] values = [.. this.rows.Select(row => row.A)];
            (int least, int most) = Extremes(c.Terms, loop => loop.A);
            yield return ("A", c.A, c.A.Offset + values.Min() + least, c.A.Offset + values.Max() + most);
            yield return this.InVectors("B", c.B, [.. TileWalk.Turns(this.tiling.Outer, loop => loop.B)], c.Terms, loop => loop.B);
            (string role, Operand operand, int first, int last) = this.Result;
            yield return (role, operand, first, last + ((c.Portions.Count - 1) * c.Portions.Stride));
            if (c.Bias is { } bias)
            {
                yield return this.InVectors("the bias", bias, [0], [], _ => 0);
            }

            if (c.Scale is { } scale)
            {
                (string scaleRole, Operand scaleOperand, int begin, int end) = this.InVectors("the scale", scale with { PanelRows = 0 }, [0], [], _ => 0);
                yield return (scaleRole, scaleOperand, begin, end + c.Columns.Padded);
            }

            if (c.Y is { } y)
            {
                yield return this.InVectors("Y", y, this.rows.Select(row => row.Y), [], _ => 0);
            }
        }
    }

    /// <summary>Likewise of the result of one portion of the batch.</summary>
    public (string Role, Operand Operand, int First, int Last) Result =>
        this.InVectors("C", this.contraction.C, this.rows.Select(row => row.C), [], _ => 0);

    /// <summary>An operand that is touched in vectors: in panels of rows where it is stored so, else in rows that lie where they lie.</summary>
    private (string Role, Operand Operand, int First, int Last) InVectors(
        string role, Operand operand, IEnumerable<int> rows, IEnumerable<Loop> terms, Func<Loop, int> move)
    {
        int[] places = [.. rows];
        (int least, int most) = Extremes(terms, move);
        int first = int.MaxValue;
        int last = int.MinValue;
        foreach ((int panel, ColumnTile tile, int start) in TileWalk.Cuts(this.tiling).SelectMany(cut => TileWalk.Vectors(cut, this.tiling.Lanes)))
        {
            int row = operand.PanelRows == 0 ? 1 : tile.PanelWidth;
            int column = (panel * this.element.PanelWidth * Math.Max(1, operand.PanelRows)) + start;
            first = Math.Min(first, operand.Offset + column + ((places.Min() + least) * row));
            last = Math.Max(last, operand.Offset + column + ((places.Max() + most) * row) + this.tiling.Lanes - 1);
        }

        return (role, operand, first, last);
    }

    private static (int Least, int Most) Extremes(IEnumerable<Loop> loops, Func<Loop, int> move)
    {
        int[] reaches = [.. loops.Select(loop => move(loop) * (loop.Extent - 1))];
        return (reaches.Where(r => r < 0).Sum(), reaches.Where(r => r > 0).Sum());
    }
}
