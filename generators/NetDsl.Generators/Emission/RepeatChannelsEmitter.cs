using NetDsl.Generators.Planning;
using NetDsl.Generators.Planning.Steps;
using static NetDsl.Generators.Emission.Addresses;

namespace NetDsl.Generators.Emission;

/// <summary>
/// Writes repetitions of channels and the sums of their gradients: a vector of channels becomes as many vectors as there are repetitions,
/// each a permutation of its values.
/// </summary>
internal static class RepeatChannelsEmitter
{
    /// <summary>The most repetitions that are permuted in vectors: their gradients take the square of it in permutations.</summary>
    private const int MostInVectors = 4;

    public static void Emit(SourceWriter writer, RepeatChannelsStep step, VectorTarget target, ElementType element)
    {
        VectorSyntax syntax = SyntaxOf(step.Source, step.Times, target, element);
        List<Loop> loops = [.. Loop.Merge(Loop.Over(a: step.Source.Leading, c: step.Destination.Leading))];
        ElementwiseEmitter.Method(writer, step, () => Nest(writer, loops, () =>
        {
            writer.Line($"ref {element.Name} source = ref {At(step.Source.Base, loops, l => l.A)};");
            writer.Line($"ref {element.Name} result = ref {At(step.Destination.Base, loops, l => l.C)};");
            Blocks(writer, syntax, step.Source, step.Destination, step.Times, vectors =>
            {
                writer.Line($"{syntax.Type} x = {syntax.Load("source", "c")};");
                Each(writer, syntax, step.Times, vectors, (i, place) =>
                {
                    int[] lanes = [.. Enumerable.Range(0, syntax.Lanes).Select(lane => ((i * syntax.Lanes) + lane) / step.Times)];
                    writer.Line(syntax.Store(syntax.Permute("x", lanes), "result", place));
                });
            });
        }));
    }

    public static void Emit(SourceWriter writer, RepeatChannelsGradientStep step, VectorTarget target, ElementType element)
    {
        DeltaTarget to = step.Target;
        VectorSyntax syntax = SyntaxOf(to.View, step.Times, target, element);
        List<Loop> loops = [.. Loop.Merge(Loop.Over(a: step.Delta.Leading, c: to.View.Leading, y: to.Values.Leading))];
        ElementwiseEmitter.Method(writer, step, () => Nest(writer, loops, () =>
        {
            writer.Line($"ref {element.Name} delta = ref {At(step.Delta.Base, loops, l => l.A)};");
            writer.Line($"ref {element.Name} result = ref {At(to.View.Base, loops, l => l.C)};");
            if (to.Y is { } y)
            {
                writer.Line($"ref {element.Name} values = ref {At(y, loops, l => l.Y)};");
            }

            Blocks(writer, syntax, to.View, step.Delta, step.Times, vectors =>
            {
                writer.Line($"{syntax.Type} sum = {syntax.Zero};");
                Each(writer, syntax, step.Times, vectors, (i, place) => EmitAdd(writer, syntax, step.Times, i, place));
                if (to.Y is not null)
                {
                    writer.Line($"{syntax.Type} y = {syntax.Load("values", "c")};");
                    writer.Line($"sum = {syntax.Derive(to.Epilogue.Derivative, "sum", "y")};");
                }

                if (to.Epilogue.Accumulate)
                {
                    writer.Line($"sum += {syntax.Load("result", "c")};");
                }

                writer.Line(syntax.Store("sum", "result", "c"));
            });
        }));
    }

    /// <summary>Adds what one vector of gradients holds of each channel: a permutation for each that a channel may have there.</summary>
    private static void EmitAdd(SourceWriter writer, VectorSyntax syntax, int times, int vector, string place)
    {
        if (syntax.Lanes == 1)
        {
            writer.Line($"sum += {syntax.Load("delta", place)};");
            return;
        }

        writer.Open("// one vector of gradients");
        writer.Line($"{syntax.Type} d = {syntax.Load("delta", place)};");
        int first = vector * syntax.Lanes;
        for (int repetition = 0; repetition < times; repetition++)
        {
            // Out of range is a lane that gets nothing of this vector.
            int[] lanes = [.. Enumerable.Range(0, syntax.Lanes).Select(lane => (lane * times) + repetition - first)];
            int[] known = [.. lanes.Select(lane => lane >= 0 && lane < syntax.Lanes ? lane : -1)];
            if (known.Any(lane => lane >= 0))
            {
                writer.Line($"sum += {syntax.Permute("d", known)};");
            }
        }

        writer.Close();
    }

    private static VectorSyntax SyntaxOf(TensorView channels, int times, VectorTarget target, ElementType element) =>
        new(element, times <= MostInVectors ? target.Lanes(element, channels.PaddedLast) : 1);

    /// <summary>The vectors of channels, each with those of its repetitions that are stored; the last may have fewer.</summary>
    private static void Blocks(SourceWriter writer, VectorSyntax syntax, TensorView channels, TensorView repeated, int times, Action<int> body)
    {
        int block = syntax.Lanes * times;
        int blocks = (channels.Last.Aggregate(1, (n, d) => n * d.Extent) + syntax.Lanes - 1) / syntax.Lanes;
        int whole = Math.Min(blocks, repeated.PaddedLast / block);
        if (whole > 0)
        {
            writer.Open($"for (nint c = 0; c < {Text(whole * syntax.Lanes)}; c += {Text(syntax.Lanes)})");
            body(times);
            writer.Close();
        }

        if (whole < blocks)
        {
            writer.Open("// the last channels");
            writer.Line($"const int c = {Text(whole * syntax.Lanes)};");
            body((repeated.PaddedLast - (whole * block)) / syntax.Lanes);
            writer.Close();
        }
    }

    /// <summary>The vectors of the repetitions: written out, or a loop over single values.</summary>
    private static void Each(SourceWriter writer, VectorSyntax syntax, int times, int vectors, Action<int, string> body)
    {
        string first = Times("c", times);
        if (syntax.Lanes == 1)
        {
            writer.Open($"for (nint i = 0; i < {Text(vectors)}; i++)");
            body(0, $"{first} + i");
            writer.Close();
            return;
        }

        for (int i = 0; i < vectors; i++)
        {
            body(i, i == 0 ? first : $"{first} + {Text(i * syntax.Lanes)}");
        }
    }

    private static void Nest(SourceWriter writer, List<Loop> loops, Action body)
    {
        for (int i = 0; i < loops.Count; i++)
        {
            writer.Open($"for (nint i{Text(i)} = 0; i{Text(i)} < {Text(loops[i].Extent)}; i{Text(i)}++)");
        }

        body();
        foreach (Loop _ in loops)
        {
            writer.Close();
        }
    }

    private static string At(Operand operand, List<Loop> loops, Func<Loop, int> move) =>
        Addresses.Of(operand, "sample", [.. loops.Select((l, i) => Times("i" + Text(i), move(l)))]);
}
