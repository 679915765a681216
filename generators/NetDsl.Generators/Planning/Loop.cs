namespace NetDsl.Generators.Planning;

/// <summary>One dimension of a loop nest: how far it runs and how many elements each operand moves with each turn.</summary>
/// <param name="Name">The loop variable.</param>
/// <param name="Extent">The number of turns.</param>
/// <param name="A">The step of the operand that is read one value at a time.</param>
/// <param name="B">The step of the operand that is read in vectors; in rows for a matrix in panels.</param>
/// <param name="C">The step of the result; in rows for a matrix in panels.</param>
/// <param name="Y">The step of the activations whose derivative the result is multiplied by.</param>
internal sealed record Loop(string Name, int Extent, int A = 0, int B = 0, int C = 0, int Y = 0)
{
    /// <summary>How far one turn moves the operands of a row.</summary>
    public Place Place => new(this.A, this.C, this.Y);

    /// <summary>The loops over dimensions that several tensors have in common, each in its own steps.</summary>
    /// <param name="a">Those that <see cref="A"/> moves in; null for none, as for the others.</param>
    /// <param name="b">Those that <see cref="B"/> moves in.</param>
    /// <param name="c">Those that <see cref="C"/> moves in.</param>
    /// <param name="y">Those that <see cref="Y"/> moves in.</param>
    public static IEnumerable<Loop> Over(
        IEnumerable<Dimension>? a = null, IEnumerable<Dimension>? b = null, IEnumerable<Dimension>? c = null, IEnumerable<Dimension>? y = null)
    {
        Dimension[]?[] tensors = [a?.ToArray(), b?.ToArray(), c?.ToArray(), y?.ToArray()];
        int Step(int tensor, int loop) => tensors[tensor]?[loop].Stride ?? 0;
        return tensors.First(dimensions => dimensions is not null)!
            .Select((dimension, i) => new Loop("place", dimension.Extent, Step(0, i), Step(1, i), Step(2, i), Step(3, i)));
    }

    /// <summary>
    /// The same nest in as few loops as possible: where one loop goes on exactly where the one inside it ends, for all operands, they are one.
    /// Loops of one turn vanish.
    /// </summary>
    public static EquatableArray<Loop> Merge(IEnumerable<Loop> loops)
    {
        List<Loop> merged = [];
        foreach (Loop loop in loops.Where(l => l.Extent != 1))
        {
            if (merged.Count > 0 && merged[merged.Count - 1] is var outer
                && outer.A == loop.A * loop.Extent && outer.B == loop.B * loop.Extent
                && outer.C == loop.C * loop.Extent && outer.Y == loop.Y * loop.Extent)
            {
                merged[merged.Count - 1] = loop with { Name = loop.Name, Extent = outer.Extent * loop.Extent };
            }
            else
            {
                merged.Add(loop);
            }
        }

        return new(merged);
    }
}
