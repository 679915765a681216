using NetDsl.Generators.Planning;
using NetDsl.Generators.Planning.Steps;
using static NetDsl.Generators.Emission.Addresses;

namespace NetDsl.Generators.Emission;

/// <summary>Writes what normalisations by channel do with each value, in vectors along the channels.</summary>
internal static class ChannelNormalizationEmitter
{
    // Rows of coefficients, as NetDsl.Kernels.BatchNormalization lays them out.
    private const int Mean = 0;
    private const int Scale = 1;
    private const int Shift = 2;
    private const int Slope = 4;
    private const int Constant = 5;

    /// <summary>The vectors along the channels whose coefficients stay in registers for all samples: up to four of each.</summary>
    private const int VectorsInRegisters = 2;

    /// <summary>The vectors that are summed at once: two sums of each hide the latency of an addition.</summary>
    private const int VectorsOfSums = 4;

    public static void Emit(SourceWriter writer, ChannelNormalizationStep step, VectorTarget target, ElementType element)
    {
        VectorSyntax syntax = new(element, target.Lanes(element, step.Channels.Width));
        ChannelLoops loops = new(writer, Loop.Merge(Loop.Over(a: step.Source.Leading, c: step.Destination.Leading)), step.Channels, syntax);
        Open(writer, step);
        if (step.IsFused)
        {
            writer.Line("// the layer before it has done this where it stored its sums");
            writer.Open("if (!pass.IsTraining)");
            writer.Line("return;");
            writer.Close();
            writer.Line();
        }

        OverValues(writer, loops, step.Channels, step.Coefficients, syntax, [Mean, Scale, Shift], (column, vector, row) =>
        {
            string value = $"({syntax.Load("source", loops.Along(column, vector))} - {row(Mean)})";
            writer.Line(syntax.Store(syntax.MultiplyAdd(value, row(Scale), row(Shift)), "result", loops.Along(column, vector)));
        },
        () =>
        {
            writer.Line($"ref {element.Name} source = ref {loops.At(step.Source.Base, l => l.A, l => l.A)};");
            writer.Line($"ref {element.Name} result = ref {loops.At(step.Destination.Base, l => l.C, l => l.C)};");
        });
        writer.Close();
        writer.Line();
        if (!step.IsFused && !step.Source.Leading.Any() && step.Channels.Groups.Count == 0)
        {
            EmitOne(writer, step, loops, syntax);
        }
    }

    public static void Emit(SourceWriter writer, ChannelNormalizationGradientStep step, VectorTarget target, ElementType element)
    {
        VectorSyntax syntax = new(element, target.Lanes(element, step.Channels.Width));
        TensorView result = step.Target.View;
        ChannelLoops loops = new(
            writer, Loop.Merge(Loop.Over(a: step.Source.Leading, c: step.Delta.Leading, y: result.Leading)), step.Channels, syntax);
        string derivative = step.Target.Epilogue.Derivative;
        int[] rows = step.HasBatchStatistics ? [Mean, Scale, Slope, Constant] : [Scale];
        Open(writer, step);
        OverValues(writer, loops, step.Channels, step.Coefficients, syntax, rows, (column, vector, row) =>
        {
            string along = loops.Along(column, vector);
            writer.Open("");
            if (step.HasBatchStatistics || derivative != "Linear")
            {
                writer.Line($"{syntax.Type} value = {syntax.Load("source", along)};");
            }

            writer.Line($"{syntax.Type} sum = {syntax.Load("delta", along)} * {row(Scale)};");
            if (step.HasBatchStatistics)
            {
                writer.Line($"sum += {syntax.MultiplyAdd($"(value - {row(Mean)})", row(Slope), row(Constant))};");
            }

            if (derivative != "Linear")
            {
                writer.Line($"sum = {syntax.Derive(derivative, "sum", "value")};");
            }

            if (step.Target.Epilogue.Accumulate)
            {
                writer.Line($"sum += {syntax.Load("result", along)};");
            }

            writer.Line(syntax.Store("sum", "result", along));
            writer.Close();
        },
        () =>
        {
            if (step.HasBatchStatistics || derivative != "Linear")
            {
                writer.Line($"ref {element.Name} source = ref {loops.At(step.Source.Base, l => l.A, l => l.A)};");
            }

            writer.Line($"ref {element.Name} delta = ref {loops.At(step.Delta.Base, l => l.C, l => l.C)};");
            writer.Line($"ref {element.Name} result = ref {loops.At(result.Base, l => l.Y, l => l.Y)};");
        });
        writer.Close();
        writer.Line();
    }

    public static void Emit(SourceWriter writer, ChannelStatisticsStep step, VectorTarget target, ElementType element)
    {
        VectorSyntax syntax = new(element, target.Lanes(element, step.Channels.Width));
        ChannelLoops loops = new(writer, Loop.Merge(Loop.Over(a: step.Source.Leading, c: step.Delta?.Leading)), step.Channels, syntax);
        int places = step.Source.Leading.Aggregate(1, (n, d) => n * d.Extent);
        Open(writer, step);
        if (step.Delta is null)
        {
            // Statistics from before need no sums.
            writer.Open("if (!pass.UsesBatchStatistics)");
            writer.Line("return;");
            writer.Close();
            writer.Line();
        }

        writer.Open("for (nint sample = begin; sample < end; sample++)");
        loops.Groups(() => loops.Blocks(VectorsOfSums, (column, vectors) =>
        {
            writer.Line($"ref {element.Name} sums = ref {loops.At(step.Sums, null, l => l.B)};");
            if (step.Delta is { } delta)
            {
                EmitGradientSums(writer, step, delta, loops, syntax, column, vectors);
            }
            else
            {
                EmitMoments(writer, step, loops, syntax, column, vectors, places);
            }
        }));
        writer.Close();
        writer.Close();
        writer.Line();
    }

    /// <summary>Writes the method for a sample that is one run of channels.</summary>
    private static void EmitOne(SourceWriter writer, ChannelNormalizationStep step, ChannelLoops loops, VectorSyntax syntax)
    {
        string element = syntax.Element.Name;
        int stride = syntax.Element.Padded(step.Channels.Count);
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        writer.Open($"private static void {step.Name}_One(ref {element} source, ref {element} result, ref {element} coefficients)");
        loops.Blocks(1, (column, _) =>
        {
            string Row(int row) => syntax.Load("coefficients", ChannelLoops.Sum(column, row * stride));
            writer.Line(syntax.Store(syntax.MultiplyAdd($"({syntax.Load("source", column)} - {Row(Mean)})", Row(Scale), Row(Shift)), "result", column));
        });
        writer.Close();
        writer.Line();
    }

    /// <summary>The mean and then the squares of the differences from it: the values are still in the cache the second time.</summary>
    private static void EmitMoments(
        SourceWriter writer, ChannelStatisticsStep step, ChannelLoops loops, VectorSyntax syntax, string column, int vectors, int places)
    {
        Declare(writer, syntax, "mean", vectors);
        loops.Places(() =>
        {
            writer.Line($"ref {syntax.Element.Name} source = ref {loops.At(step.Source.Base, l => l.A, l => l.A)};");
            Each(vectors, v => writer.Line($"mean{v} += {syntax.Load("source", loops.Along(column, v))};"));
        });
        Each(vectors, v =>
        {
            writer.Line($"mean{v} *= {syntax.Constant(1.0 / places)};");
            writer.Line(syntax.Store("mean" + v, "sums", loops.Along(column, v)));
        });
        Declare(writer, syntax, "square", vectors);
        loops.Places(() =>
        {
            writer.Line($"ref {syntax.Element.Name} source = ref {loops.At(step.Source.Base, l => l.A, l => l.A)};");
            Each(vectors, v =>
            {
                writer.Line($"{syntax.Type} difference{v} = {syntax.Load("source", loops.Along(column, v))} - mean{v};");
                writer.Line($"square{v} = {syntax.MultiplyAdd("difference" + v, "difference" + v, "square" + v)};");
            });
        });
        Each(vectors, v => writer.Line(syntax.Store("square" + v, "sums", ChannelLoops.Sum(loops.Along(column, v), step.RowStride))));
    }

    private static void EmitGradientSums(
        SourceWriter writer, ChannelStatisticsStep step, TensorView delta, ChannelLoops loops, VectorSyntax syntax, string column, int vectors)
    {
        writer.Line($"ref {syntax.Element.Name} coefficients = ref {loops.At(step.Coefficients, null, l => l.B)};");
        Each(vectors, v => writer.Line($"{syntax.Type} mean{v} = {syntax.Load("coefficients", loops.Along(column, v))};"));
        Declare(writer, syntax, "sum", vectors);
        Declare(writer, syntax, "product", vectors);
        loops.Places(() =>
        {
            writer.Line($"ref {syntax.Element.Name} source = ref {loops.At(step.Source.Base, l => l.A, l => l.A)};");
            writer.Line($"ref {syntax.Element.Name} delta = ref {loops.At(delta.Base, l => l.C, l => l.C)};");
            Each(vectors, v =>
            {
                string along = loops.Along(column, v);
                writer.Line($"{syntax.Type} delta{v} = {syntax.Load("delta", along)};");
                writer.Line($"sum{v} += delta{v};");
                writer.Line($"product{v} = {syntax.MultiplyAdd("delta" + v, $"({syntax.Load("source", along)} - mean{v})", "product" + v)};");
            });
        });
        Each(vectors, v =>
        {
            writer.Line(syntax.Store("sum" + v, "sums", loops.Along(column, v)));
            writer.Line(syntax.Store("product" + v, "sums", ChannelLoops.Sum(loops.Along(column, v), step.RowStride)));
        });
    }

    /// <summary>
    /// Writes the loops over samples, places and channels. The coefficients of few channels are loaded once.
    /// </summary>
    private static void OverValues(
        SourceWriter writer,
        ChannelLoops loops,
        ChannelRun channels,
        Operand coefficients,
        VectorSyntax syntax,
        int[] rows,
        Action<string, int, Func<int, string>> value,
        Action operands)
    {
        int stride = syntax.Element.Padded(channels.Count);
        int vectors = channels.Stored / syntax.Lanes;
        bool isKept = channels.Groups.Count == 0 && vectors <= VectorsInRegisters;
        string Name(int row, int vector) => $"row{Text(row)}_{Text(vector)}";
        void Load(string column, int vector)
        {
            foreach (int row in rows)
            {
                writer.Line($"{syntax.Type} {Name(row, vector)} = {syntax.Load("coefficients", ChannelLoops.Sum(loops.Along(column, vector), row * stride))};");
            }
        }

        if (isKept)
        {
            writer.Line($"ref {syntax.Element.Name} coefficients = ref {loops.At(coefficients, null, l => l.B)};");
            Each(vectors, v => Load("0", v));
        }

        writer.Open("for (nint sample = begin; sample < end; sample++)");
        loops.Places(() => loops.Groups(() =>
        {
            operands();
            if (isKept)
            {
                Each(vectors, v => value("0", v, row => Name(row, v)));
                return;
            }

            writer.Line($"ref {syntax.Element.Name} coefficients = ref {loops.At(coefficients, null, l => l.B)};");
            loops.Blocks(1, (column, vector) =>
            {
                Load(column, 0);
                value(column, 0, row => Name(row, 0));
            });
        }));
        writer.Close();
    }

    private static void Open(SourceWriter writer, Step step)
    {
        writer.Line($"// {step.Comment}");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        writer.Open($"private static void {step.Name}(Pass pass, nint begin, nint end)");
    }

    private static void Declare(SourceWriter writer, VectorSyntax syntax, string name, int vectors) =>
        writer.Line($"{syntax.Type} {string.Join(", ", Enumerable.Range(0, vectors).Select(v => $"{name}{Text(v)} = {syntax.Zero}"))};");

    private static void Each(int vectors, Action<int> action)
    {
        for (int v = 0; v < vectors; v++)
        {
            action(v);
        }
    }
}
