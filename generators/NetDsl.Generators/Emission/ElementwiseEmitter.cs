using System.Globalization;
using NetDsl.Generators.Planning;
using NetDsl.Generators.Planning.Steps;
using static NetDsl.Generators.Emission.Addresses;

namespace NetDsl.Generators.Emission;

/// <summary>Writes the steps that go over memory once: copies, activations, the output, sums of gradients.</summary>
internal static class ElementwiseEmitter
{
    public static void Emit(SourceWriter writer, CopyStep step) => Method(writer, step, () =>
    {
        List<Loop> loops = Pair(step.Source, step.Destination);
        if (loops.Count > 0 && loops[loops.Count - 1] is { A: 1, C: 1 } last)
        {
            loops.RemoveAt(loops.Count - 1);
            Nest(writer, loops, () => EmitRun(writer, step, loops, last.Extent));
            return;
        }

        // The values that follow each other on one side are apart on the other: blocks are transposed.
        Loop? columns = loops.FirstOrDefault(loop => loop.A == 1);
        Loop? rows = loops.FirstOrDefault(loop => loop.C == 1);
        loops.RemoveAll(loop => loop == columns || loop == rows);
        Nest(writer, loops, () =>
        {
            writer.Line("global::NetDsl.Kernels.Transposition.Copy(");
            writer.Indented(
            [
                $"ref {At(step.Source.Base, loops, l => l.A)}, {Text(rows?.A ?? 0)},",
                $"ref {At(step.Destination.Base, loops, l => l.C)}, {Text(columns?.C ?? 0)},",
                $"{Text(rows?.Extent ?? 1)}, {Text(columns?.Extent ?? 1)}, accumulate: {Flag(step.Accumulate)});",
            ]);
        });
    });

    public static void Emit(SourceWriter writer, ActivationStep step) => Method(writer, step, () =>
    {
        (List<Loop> loops, int run) = step.Activation is "Softmax" or "LogSoftmax" ? Rows(step.Values, step.Values) : Runs(step.Values, step.Values);
        Nest(writer, loops, () => writer.Line($"global::NetDsl.Kernels.Activations.Apply(global::NetDsl.Activation.{step.Activation}, ref {At(step.Values.Base, loops, l => l.A)}, {Text(run)});"));
    });

    public static void Emit(SourceWriter writer, ActivationGradientStep step) => Method(writer, step, () =>
    {
        (List<Loop> loops, int run) = step.Activation is "Softmax" or "LogSoftmax" ? Rows(step.Delta, step.Values) : Runs(step.Delta, step.Values);
        Nest(writer, loops, () =>
        {
            writer.Line("global::NetDsl.Kernels.ActivationGradients.Apply(");
            writer.Indented([$"global::NetDsl.Activation.{step.Activation},", $"ref {At(step.Delta.Base, loops, l => l.A)},", $"ref {At(step.Values.Base, loops, l => l.C)},", $"{Text(run)});"]);
        });
    });

    public static void Emit(SourceWriter writer, OutputStep step, ElementType element)
    {
        int places = step.Values.Leading.Aggregate(1, (n, d) => n * d.Extent);
        int columns = step.Values.Last.Aggregate(1, (n, d) => n * d.Extent);
        string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture) + (value == 1 ? "" : element.Size == 4 ? "f" : "d");
        string lossScale = (step.Weight / places).ToString("R", CultureInfo.InvariantCulture);
        string loss = step.Settings.IsPlain ? $"global::NetDsl.Loss.{step.Loss}" : $"{step.Name}Loss";
        List<Loop> loops = PlaceLoops(step.Values.Leading, step.Delta.Leading, columns);
        string[] Arguments(string rows, string sample, int sumStride, int deltaStride, int lossStride) =>
        [
            $"global::NetDsl.Activation.{step.Activation}, {loss}, pass.Mode, {rows}, {Text(columns)}, scale,",
            $"ref {Addresses.Of(step.Values.Base, sample, [.. loops.Select((l, i) => Times(Variable(i), l.A))])}, {Text(sumStride)},",
            $"ref {Block($"pass.OutputAt({sample})", step.Answers)}, {Text(step.Answers.Row)},",
            $"ref {Block($"pass.TargetAt({sample})", step.Targets)}, {Text(step.Targets.Row)},",
            $"ref {Addresses.Of(step.Delta.Base, sample, [.. loops.Select((l, i) => Times(Variable(i), l.C))])}, {Text(deltaStride)},",
            $"lossScale: {lossScale}, ref pass.SampleWeightAt({sample}), ref pass.LossAt({sample}), {Text(lossStride)});",
        ];

        string Block(string row, RowBlock block)
        {
            int each = block.Count / places;
            string[] terms = [block.First == 0 ? "0" : Text(block.First), Offset(loops, l => l.B / columns * each)];
            string offset = string.Join(" + ", terms.Where(term => term != "0"));
            return VectorSyntax.Add(row, offset.Length == 0 ? "0" : offset);
        }

        if (!step.Settings.IsPlain)
        {
            string Double(double value) => value.ToString("R", CultureInfo.InvariantCulture);
            writer.Line($"private static readonly global::NetDsl.Kernels.LossSettings {step.Name}Loss = new(");
            writer.Indented(
            [
                $"global::NetDsl.Loss.{step.Loss}, LabelSmoothing: {Double(step.Settings.LabelSmoothing)}, Delta: {Double(step.Settings.Delta)}, "
                    + $"Alpha: {Double(step.Settings.Alpha)}, Gamma: {Double(step.Settings.Gamma)}, "
                    + $"ApplyClassBalancing: {(step.Settings.ApplyClassBalancing ? "true" : "false")});",
            ]);
            writer.Line();
        }

        writer.Line($"// {step.Comment}");
        writer.Open($"private static void {step.Name}(Pass pass, nint begin, nint end)");
        writer.Line($"{element.Name} scale = {Number(step.Weight)} / ({element.Name})({Text(places)} * (long)pass.Samples);");
        if (step.IsFirst)
        {
            writer.Open("for (nint sample = begin; sample < end; sample++)");
            writer.Line("pass.LossAt(sample) = 0;");
            writer.Close();
            writer.Line();
        }

        if (loops.Count == 0)
        {
            writer.Line("global::NetDsl.Kernels.OutputLayer.Compute(");
            writer.Indented(Arguments("(int)(end - begin)", "begin", step.Values.Base.SampleStride, step.Delta.Base.SampleStride, 1));
        }
        else
        {
            writer.Open("for (nint sample = begin; sample < end; sample++)");
            Nest(writer, loops, () =>
            {
                writer.Line("global::NetDsl.Kernels.OutputLayer.Compute(");
                writer.Indented(Arguments("1", "sample", columns, columns, 0));
            });
            writer.Close();
        }

        writer.Close();
        writer.Line();
    }

    public static void Emit(SourceWriter writer, BiasGradientStep step)
    {
        // The sum itself goes over two loops; those around it add to it.
        Loop[] loops = [.. Loop.Merge(Loop.Over(a: step.Delta.Leading))];
        List<Loop> outer = [.. loops.Take(loops.Length - 2)];
        Loop y = loops.Length > 1 ? loops[loops.Length - 2] : new("place", 1);
        Loop x = loops.Length > 0 ? loops[loops.Length - 1] : new("place", 1);
        writer.Line($"// {step.Comment}");
        bool hasPortions = step.Portions.Count > 1;
        string count = Text(step.Portions.Count);
        writer.Open($"private static void {step.Name}(Pass pass, nint portion)");
        writer.Line(hasPortions ? $"nint start = pass.PortionStart(portion, {count});" : "const int start = 0;");
        writer.Line(hasPortions ? $"int samples = (int)(pass.PortionStart(portion + 1, {count}) - start);" : "int samples = pass.Samples;");
        Nest(writer, outer, () =>
        {
            writer.Line("global::NetDsl.Kernels.Reductions.SumRows(");
            writer.Indented(
            [
                $"ref {Addresses.Of(step.Delta.Base, "start", [.. outer.Select((l, i) => Times(Variable(i), l.A))])},",
                $"samples, {Text(step.Delta.Base.SampleStride)}, {Text(y.Extent)}, {Text(y.A)}, {Text(x.Extent)}, {Text(x.A)},",
                $"ref {Addresses.Of(step.Destination, "0", hasPortions ? Times("portion", step.Portions.Stride) : "0")}, {Text(step.Columns.Padded)},",
                $"accumulate: {(outer.Count == 0 ? "false" : string.Join(" || ", outer.Select((_, i) => $"{Variable(i)} > 0")))});",
            ]);
        });
        writer.Close();
        writer.Line();
    }

    /// <summary>Writes a method that goes over a range of samples.</summary>
    public static void Method(SourceWriter writer, Step step, Action body)
    {
        writer.Line($"// {step.Comment}");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        writer.Open($"private static void {step.Name}(Pass pass, nint begin, nint end)");
        writer.Open("for (nint sample = begin; sample < end; sample++)");
        body();
        writer.Close();
        writer.Close();
        writer.Line();
    }

    /// <summary>The loops over two views and the unbroken run they share; B counts the elements passed over.</summary>
    private static (List<Loop> Loops, int Run) Runs(TensorView first, TensorView second)
    {
        List<Loop> loops = Stored(first, second);
        int run = 1;
        if (loops.Count > 0 && loops[loops.Count - 1] is { A: 1, C: 1 } last)
        {
            run = last.Extent;
            loops.RemoveAt(loops.Count - 1);
        }

        return (loops, run);
    }

    /// <summary>The loops over the rows of two views, and the values of a row.</summary>
    private static (List<Loop> Loops, int Run) Rows(TensorView first, TensorView second) =>
        (PlaceLoops(first.Leading, second.Leading, 1), first.Last.Aggregate(1, (n, d) => n * d.Extent));

    private static List<Loop> PlaceLoops(IEnumerable<Dimension> first, IEnumerable<Dimension> second, int size)
    {
        List<Loop> loops = [];
        int passed = size;
        foreach ((Dimension a, Dimension c) in first.Zip(second, (a, c) => (a, c)).Reverse())
        {
            loops.Insert(0, new("place", a.Extent, A: a.Stride, B: passed, C: c.Stride));
            passed *= a.Extent;
        }

        return [.. Loop.Merge(loops)];
    }

    private static List<Loop> Pair(TensorView first, TensorView second, int padding = 0) =>
        ViewPair.Of(first, second, padding) ?? throw new InvalidOperationException("The steps of neither view divide those of the other.");

    private static void EmitRun(SourceWriter writer, CopyStep step, List<Loop> loops, int run)
    {
        string source = At(step.Source.Base, loops, l => l.A);
        string destination = At(step.Destination.Base, loops, l => l.C);
        if (step.Accumulate)
        {
            writer.Line($"global::NetDsl.Kernels.Reductions.Add(ref {source}, ref {destination}, {Text(run)});");
            return;
        }

        writer.Line($"MemoryMarshal.CreateReadOnlySpan(ref {source}, {Text(run)})");
        writer.Indented([$".CopyTo(MemoryMarshal.CreateSpan(ref {destination}, {Text(run)}));"]);
    }

    // Elementwise work takes the padding of the last axis along, where both have the same: it is cheaper than going round it.
    private static List<Loop> Stored(TensorView first, TensorView second)
    {
        Dimension a = first.Dimensions.Last();
        Dimension c = second.Dimensions.Last();
        return Pair(first, second, a.Extent == c.Extent && first.PaddedLast == second.PaddedLast ? first.PaddedLast - a.Extent : 0);
    }

    private static void Nest(SourceWriter writer, List<Loop> loops, Action body)
    {
        for (int i = 0; i < loops.Count; i++)
        {
            writer.Open($"for (nint {Variable(i)} = 0; {Variable(i)} < {Text(loops[i].Extent)}; {Variable(i)}++)");
        }

        body();
        foreach (Loop _ in loops)
        {
            writer.Close();
        }
    }

    private static string Flag(bool value) => value ? "true" : "false";

    private static string At(Operand operand, List<Loop> loops, Func<Loop, int> step) =>
        Addresses.Of(operand, "sample", [.. loops.Select((l, i) => Times(Variable(i), step(l)))]);

    private static string Offset(List<Loop> loops, Func<Loop, int> step)
    {
        string[] terms = [.. loops.Select((l, i) => Times(Variable(i), step(l))).Where(term => term != "0")];
        return terms.Length == 0 ? "0" : string.Join(" + ", terms);
    }

    private static string Variable(int loop) => "i" + Text(loop);
}
