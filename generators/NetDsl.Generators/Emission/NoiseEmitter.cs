using System.Globalization;
using NetDsl.Generators.Planning;
using NetDsl.Generators.Planning.Steps;
using NetDsl.Generators.Shapes.Layers;
using static NetDsl.Generators.Emission.Addresses;

namespace NetDsl.Generators.Emission;

/// <summary>Writes what changes values at random.</summary>
internal static class NoiseEmitter
{
    public static void Emit(SourceWriter writer, NoiseStep step) => ElementwiseEmitter.Method(writer, step, () =>
    {
        // The rows of one loop are the kernel's; those around it are written out.
        List<Loop> loops = Loops(step, out int values);
        Loop row = Take(loops, loop => loop is { A: 1, B: 1, C: 1 });
        Loop rows = Take(loops, _ => true);
        for (int i = 0; i < loops.Count; i++)
        {
            writer.Open($"for (nint {Variable(i)} = 0; {Variable(i)} < {Text(loops[i].Extent)}; {Variable(i)}++)");
        }

        string place = string.Join(" + ", loops.Select((l, i) => Times(Variable(i), l.B)).Where(term => term != "0").Prepend(Times("sample", values)));
        writer.Line("global::NetDsl.Kernels.RandomNoise.Apply(");
        writer.Indented(
        [
            $"ref {At(step.Source.Base, loops, l => l.A)},",
            $"ref {At(step.Destination.Base, loops, l => l.C)},",
            $"new({Text(rows.Extent)}, {Text(row.Extent)}, {Text(Stored(step, row))}, {Text(rows.A)}, {Text(rows.C)}, {Text(rows.B)}, {place}),",
            $"global::NetDsl.Kernels.NoiseKind.{step.Kind}, {step.Amount.ToString("R", CultureInfo.InvariantCulture)},",
            $"pass.NoiseEnabled, pass.NoiseSeed, stream: {Text(step.Stream)}, isGradient: {Flag(step.IsGradient)}, accumulate: {Flag(step.Accumulate)});",
        ]);
        foreach (Loop _ in loops)
        {
            writer.Close();
        }
    });

    /// <summary>The loops over both views; B is the step in what is drawn, of which there are so many for a sample.</summary>
    private static List<Loop> Loops(NoiseStep step, out int values)
    {
        if (step.SharedAxes == 0)
        {
            values = step.Source.Dimensions.Aggregate(1, (n, d) => n * d.Extent);
            return ViewPair.Of(step.Source, step.Destination)!;
        }

        // Axes that share what is drawn do not move in it.
        int last = step.Source.Axes.Count - 1;
        List<Loop> loops = [];
        values = 1;
        for (int axis = last; axis >= 0; axis--)
        {
            bool isShared = axis < last && axis >= last - step.SharedAxes;
            (int extent, int stride) = step.Source.Axes[axis][0];
            loops.Insert(0, new("place", extent, A: stride, B: isShared ? 0 : values, C: step.Destination.Axes[axis][0].Stride));
            values *= isShared ? 1 : extent;
        }

        return [.. Loop.Merge(loops)];
    }

    /// <summary>Takes the innermost loop away where it is as asked for; otherwise one of a single turn.</summary>
    private static Loop Take(List<Loop> loops, Func<Loop, bool> isWanted)
    {
        if (loops.Count == 0 || !isWanted(loops[loops.Count - 1]))
        {
            return new("place", 1);
        }

        Loop taken = loops[loops.Count - 1];
        loops.RemoveAt(loops.Count - 1);
        return taken;
    }

    /// <summary>The elements of a row with the padding after it, which vectors may run over where both have the same.</summary>
    private static int Stored(NoiseStep step, Loop row)
    {
        Dimension last = step.Source.Dimensions.Last();
        bool isPadded = row.Extent == last.Extent && last == step.Destination.Dimensions.Last() && step.Source.PaddedLast == step.Destination.PaddedLast;
        return isPadded ? Math.Max(row.Extent, step.Source.PaddedLast) : row.Extent;
    }

    private static string At(Operand operand, List<Loop> loops, Func<Loop, int> move) =>
        Addresses.Of(operand, "sample", [.. loops.Select((loop, i) => Times(Variable(i), move(loop)))]);

    private static string Flag(bool value) => value ? "true" : "false";

    private static string Variable(int loop) => "i" + Text(loop);
}
