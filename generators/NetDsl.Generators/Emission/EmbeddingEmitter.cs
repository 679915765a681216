using NetDsl.Generators.Planning;
using NetDsl.Generators.Planning.Steps;
using static NetDsl.Generators.Emission.Addresses;

namespace NetDsl.Generators.Emission;

/// <summary>Writes the copying of a table's rows, and the summing of their gradients.</summary>
internal static class EmbeddingEmitter
{
    public static void Emit(SourceWriter writer, EmbeddingStep step) => ElementwiseEmitter.Method(writer, step, () =>
    {
        (Loop[] outer, Loop run) = Split(step.Places);
        string place = string.Join(" + ", outer.Select((loop, i) => Times(Variable(i), loop.B)).DefaultIfEmpty("0"));
        Nest(writer, outer, () =>
        {
            writer.Line("global::NetDsl.Kernels.EmbeddingTable.CopyRows(");
            writer.Indented(
            [
                $"ref {At(step.Source, outer, l => l.A)}, {Text(run.Extent)}, {Text(run.A)},",
                $"ref {Of(step.Table, "sample")}, {Text(step.Numbers)}, {Text(step.Width)},",
                $"ref {At(step.Destination, outer, l => l.C)}, {Text(run.C)},",
                $"\"{step.Layer}\", sample, {place});",
            ]);
        });
    });

    public static void Emit(SourceWriter writer, EmbeddingGradientStep step, ElementType element)
    {
        (Loop[] outer, Loop run) = Split(step.Places);
        writer.Line($"// {step.Comment}");
        writer.Open($"private static void {step.Name}(Pass pass, nint begin, nint end)");
        writer.Line($"nint first = begin * {Text(step.Numbers)} / {Text(step.Items(element))};");
        writer.Line($"nint last = end * {Text(step.Numbers)} / {Text(step.Items(element))};");
        writer.Line($"ref {element.Name} rows = ref {Of(step.Destination, "0")};");
        writer.Line($"global::NetDsl.Kernels.EmbeddingTable.ClearRows(ref rows, first, last, {Text(step.Width)});");
        writer.Open("for (nint sample = 0; sample < pass.Samples; sample++)");
        Nest(writer, outer, () =>
        {
            writer.Line("global::NetDsl.Kernels.EmbeddingTable.AddRows(");
            writer.Indented(
            [
                $"ref {At(step.Source, outer, l => l.A)}, {Text(run.Extent)}, {Text(run.A)},",
                $"ref {At(step.Delta, outer, l => l.C)}, {Text(run.C)},",
                $"ref rows, first, last, {Text(step.Width)});",
            ]);
        });
        writer.Close();
        writer.Close();
        writer.Line();
    }

    /// <summary>The innermost loop is left to the kernel.</summary>
    private static (Loop[] Outer, Loop Run) Split(EquatableArray<Loop> places) => places.Count == 0
        ? ([], new Loop("place", 1, B: 1))
        : ([.. places.Take(places.Count - 1)], places[places.Count - 1]);

    private static void Nest(SourceWriter writer, Loop[] loops, Action body)
    {
        for (int i = 0; i < loops.Length; i++)
        {
            writer.Open($"for (nint {Variable(i)} = 0; {Variable(i)} < {Text(loops[i].Extent)}; {Variable(i)}++)");
        }

        body();
        foreach (Loop _ in loops)
        {
            writer.Close();
        }
    }

    private static string At(Operand operand, Loop[] loops, Func<Loop, int> step) =>
        Of(operand, "sample", [.. loops.Select((loop, i) => Times(Variable(i), step(loop)))]);

    private static string Variable(int loop) => "i" + Text(loop);
}
