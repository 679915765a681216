using NetDsl.Generators.Planning;
using NetDsl.Generators.Planning.Steps;

namespace NetDsl.Generators.Tests.Planning;

/// <summary>The elements that the product of an axis and a matrix touches, for one sample where it is done by sample.</summary>
internal sealed class AxisTransformReach(AxisTransform step)
{
    /// <summary>Where the runs begin that are read, each as often as it is read.</summary>
    public IEnumerable<int> Read => this.Runs(piece => piece.Inputs, place => place.A, step.Source.Offset);

    /// <summary>Where the runs begin that are written, each as often as it is written.</summary>
    public IEnumerable<int> Written => this.Runs(piece => piece.Outputs, place => place.C, step.Destination.Offset);

    /// <summary>The first and the last element touched of each operand, counted from the start of its sample or its block.</summary>
    public IEnumerable<(string Role, Operand Operand, int First, int Last)> Operands
    {
        get
        {
            yield return this.Reach("the source", step.Source, this.Read);
            yield return this.Reach("the destination", step.Destination, this.Written);
            if (step.Bias is { } bias)
            {
                yield return this.Reach("the bias", bias, [bias.Offset]);
            }

            if (step.Scale is { } scale)
            {
                yield return this.Reach("the scale", scale, [scale.Offset, scale.Offset + step.Run]);
            }

            if (step.Y is { } y)
            {
                yield return this.Reach("Y", y, this.Runs(piece => piece.Outputs, place => place.Y, y.Offset));
            }
        }
    }

    private (string Role, Operand Operand, int First, int Last) Reach(string role, Operand operand, IEnumerable<int> runs)
    {
        int[] begins = [.. runs];
        return (role, operand, begins.Min(), begins.Max() + step.Run - 1);
    }

    private IEnumerable<int> Runs(Func<AxisPiece, EquatableArray<AxisPoint>> points, Func<Place, int> of, int offset)
    {
        List<Place> places = TileWalk.Nest(step.Places);
        return from piece in step.Pieces
               from turn in Enumerable.Range(0, piece.Count)
               from place in places
               from point in points(piece)
               select offset + of(piece.Start + (piece.Step * turn) + place + point.Place);
    }
}
