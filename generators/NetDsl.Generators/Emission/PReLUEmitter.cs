using NetDsl.Generators.Planning;
using NetDsl.Generators.Planning.Steps;
using static NetDsl.Generators.Emission.Addresses;

namespace NetDsl.Generators.Emission;

/// <summary>Writes the steps of PReLU, run by run of values that have a slope each, or all the same.</summary>
internal static class PReLUEmitter
{
    private const string Kernels = "global::NetDsl.Kernels.PReLU";

    public static void Emit(SourceWriter writer, PReLUStep step) => ElementwiseEmitter.Method(writer, step, () =>
        EmitNest(writer, "Apply", [step.Source, step.Destination], step.Alpha, ""));

    public static void Emit(SourceWriter writer, PReLUGradientStep step) => ElementwiseEmitter.Method(writer, step, () =>
        EmitNest(writer, "Derive", [step.Delta, step.Values, step.Destination], step.Alpha, $", accumulate: {(step.Accumulate ? "true" : "false")}"));

    public static void Emit(SourceWriter writer, PReLUSlopeStep step)
    {
        writer.Line($"// {step.Comment}");
        writer.Open($"private static void {step.Name}(Pass pass, nint begin, nint end)");
        writer.Line($"MemoryMarshal.CreateSpan(ref {Addresses.Of(step.Alpha.Base, "0")}, {Text(step.Length)}).Clear();");
        writer.Open("for (nint sample = 0; sample < pass.Samples; sample++)");
        EmitNest(writer, "SumSlopes", [step.Delta, step.Values], step.Alpha, "");
        writer.Close();
        writer.Close();
        writer.Line();
    }

    private static void EmitNest(SourceWriter writer, string method, IReadOnlyList<TensorView> views, TensorView alpha, string more)
    {
        List<TensorView> all = [.. views, alpha];
        SharedNest nest = SharedNest.Over(all);
        List<SharedLoop> loops = [.. nest.Loops];
        int run = nest.Run;
        bool sharesSlope = false;
        if (run == 1 && loops.Count > 0 && loops[loops.Count - 1] is { } last && last.Strides[views.Count] == 0 && last.Strides.Take(views.Count).All(s => s == 1))
        {
            run = last.Extent;
            sharesSlope = true;
            loops.RemoveAt(loops.Count - 1);
        }

        for (int i = 0; i < loops.Count; i++)
        {
            writer.Open($"for (nint i{Text(i)} = 0; i{Text(i)} < {Text(loops[i].Extent)}; i{Text(i)}++)");
        }

        writer.Line($"{Kernels}.{method}(");
        writer.Indented(
        [
            .. all.Select((view, v) => $"ref {Addresses.Of(view.Base, "sample", [.. loops.Select((loop, i) => Times("i" + Text(i), loop.Strides[v]))])},"),
            $"{Text(run)}, sharesSlope: {(sharesSlope ? "true" : "false")}{more});",
        ]);
        foreach (SharedLoop _ in loops)
        {
            writer.Close();
        }
    }
}
