using NetDsl.Generators.Planning;
using NetDsl.Generators.Planning.Steps;
using static NetDsl.Generators.Emission.Addresses;

namespace NetDsl.Generators.Emission;

/// <summary>Writes the loops and tiles of a network for one kind of vector unit.</summary>
internal static class TargetEmitter
{
    private static readonly string[] Usings =
    [
        "System", "System.Runtime.CompilerServices", "System.Runtime.InteropServices", "System.Runtime.Intrinsics", "NetDsl", "NetDsl.Kernels",
    ];

    /// <summary>
    /// The characters of layers beyond which another file begins: editors slow down in larger ones. A layer by itself stays well below.
    /// </summary>
    private const int FileLength = 450_000;

    /// <summary>The files, one unless the network has many layers.</summary>
    public static IReadOnlyList<string> Emit(ExecutionPlan plan, VectorTarget target)
    {
        List<string>[] files = [.. Files(plan.Unrolled is null ? Regions(plan, target) : [])];
        return [.. files.Select((regions, i) => EmitFile(plan, target, regions, i, files.Length))];
    }

    private static string EmitFile(ExecutionPlan plan, VectorTarget target, List<string> regions, int index, int files)
    {
        string part = files == 1 ? "" : $", file {Text(index + 1)} of {Text(files)}";
        string unit = target.VectorBytes == 0 ? "one value at a time" : $"vectors of {Text(target.VectorBytes)} bytes";
        return FileFrame.Write(plan.Graph.Spec, [$"{plan.Graph.Spec.TypeName} for {unit}{part}."], Usings, "disable", "", writer =>
        {
            writer.Open("private sealed partial class Pass");
            writer.Open($"private static {(files == 1 ? "" : "partial ")}class {target.Name}Loops");
            if (index == 0)
            {
                EmitStart(writer, plan, target);
            }

            regions.ForEach(writer.Block);
            writer.Close();
            writer.Close();
        });
    }

    /// <summary>What is the network's and no layer's.</summary>
    private static void EmitStart(SourceWriter writer, ExecutionPlan plan, VectorTarget target)
    {
        if (plan.Unrolled is { } unrolled)
        {
            EmitUnrolledOrder(writer, unrolled);
            UnrolledEmitter.Emit(writer, unrolled, target, plan.Element);
        }
        else
        {
            EmitOrder(writer, plan, target);
        }

        if (OneSampleEmitter.Serves(plan))
        {
            OneSampleEmitter.Emit(writer, plan, target);
        }
    }

    /// <summary>As many regions to a file as it has room for; at least one file.</summary>
    private static IEnumerable<List<string>> Files(IEnumerable<string> regions)
    {
        List<string> file = [];
        int length = 0;
        foreach (string region in regions)
        {
            if (length + region.Length > FileLength && file.Count > 0)
            {
                yield return file;
                file = [];
                length = 0;
            }

            file.Add(region);
            length += region.Length;
        }

        yield return file;
    }

    /// <summary>The work of each layer by itself, in the order declared.</summary>
    private static IEnumerable<string> Regions(ExecutionPlan plan, VectorTarget target)
    {
        ILookup<string, Step> steps = plan.KernelTransforms
            .Concat(plan.Forward).Concat(plan.Outputs).Concat(plan.Backward).Concat(plan.Gradients).Concat(plan.GradientTransforms)
            .ToLookup(step => step.Layer);
        return [.. plan.Layers.Select(layer => Region(layer.Name, layer.Strategy)), Region("", "")];

        string Region(string layer, string strategy)
        {
            // Within the types around the network, the network, its pass and the loops.
            SourceWriter writer = new(plan.Graph.Spec.ContainingTypes.Count + 3);
            writer.Line($"#region {(layer.Length == 0 ? "output" : layer)}");
            writer.Line();
            foreach (Step step in steps[layer])
            {
                EmitStep(writer, step, target, plan.Element);
            }

            if (!steps.Contains(layer))
            {
                writer.Line("// " + strategy);
                writer.Line();
            }

            writer.Line("#endregion");
            writer.Line();
            return writer.ToString();
        }
    }

    /// <summary>A tiny network is one piece of work: sharing it among threads would cost more than all of it.</summary>
    private static void EmitUnrolledOrder(SourceWriter writer, UnrolledStep unrolled)
    {
        writer.Line("public const int SampleGroup = 1 << 30;");
        writer.Line("public const int GradientItems = 0;");
        writer.Line();
        writer.Line($"public static void ComputeSamples(Pass pass, nint begin, nint end) => {unrolled.Name}(pass, begin, end);");
        writer.Line();
        writer.Open("public static void SumGradients(Pass pass, nint begin, nint end)");
        writer.Close();
        writer.Line();
    }

    /// <summary>The order of the steps.</summary>
    private static void EmitOrder(SourceWriter writer, ExecutionPlan plan, VectorTarget target)
    {
        writer.Line($"public const int SampleGroup = {Text(target.SampleRows)};");
        writer.Line($"public const int GradientItems = {Text(plan.Gradients.Sum(step => PortionsOf(step) * Items(step, target, plan.Element)))};");
        writer.Line();
        writer.Open("public static void ComputeSamples(Pass pass, nint begin, nint end)");
        EmitRuns(writer, plan.ForwardOfPrediction, plan.Element);
        foreach (OutputStep output in plan.Outputs)
        {
            writer.Line($"{output.Name}(pass, begin, end);");
        }

        if (plan.Segments.Count > 1)
        {
            writer.Close();
            writer.Line();
            EmitSegments(writer, plan, target);
        }
        else
        {
            EmitWayBack(writer, plan);
        }

        EmitItems(writer, "SumGradients", InPortions(plan.Gradients), step => Items(step, target, plan.Element));
        if (plan.KernelTransforms.Count > 0)
        {
            EmitItems(writer, "TransformKernels", plan.KernelTransforms.Select(step => (step, 0)), step => Items(step, target, plan.Element));
        }

        if (plan.GradientTransforms.Count > 0)
        {
            EmitItems(writer, "TransformGradients", plan.GradientTransforms.Select(step => ((Step)step, 0)), step => Items(step, target, plan.Element));
        }
    }

    private static void EmitWayBack(SourceWriter writer, ExecutionPlan plan)
    {
        writer.Open("if (pass.Mode < global::NetDsl.Kernels.PassMode.Gradient)");
        writer.Line("return;");
        writer.Close();
        writer.Line();
        EmitRuns(writer, plan.Backward.Where(step => !step.ForInputGradient), plan.Element);
        writer.Open("if (pass.Mode == global::NetDsl.Kernels.PassMode.GradientWithInputs)");
        EmitRuns(writer, plan.Backward.Where(step => step.ForInputGradient), plan.Element);
        writer.Close();
        writer.Close();
        writer.Line();
    }

    /// <summary>With layers that need sums over the whole batch the samples go part by part of their way, all of them before the next.</summary>
    private static void EmitSegments(SourceWriter writer, ExecutionPlan plan, VectorTarget target)
    {
        writer.Open("public static void ComputeSegment(Pass pass, int segment, nint begin, nint end)");
        writer.Open("switch (segment)");
        for (int i = 0; i < plan.Segments.Count; i++)
        {
            Segment segment = plan.Segments[i];
            writer.Line($"case {Text(i)}:");
            writer.Open("");
            EmitRuns(writer, segment.Steps.Where(step => !step.ForInputGradient), plan.Element);
            if (segment.Steps.Any(step => step.ForInputGradient))
            {
                writer.Open("if (pass.Mode == global::NetDsl.Kernels.PassMode.GradientWithInputs)");
                EmitRuns(writer, segment.Steps.Where(step => step.ForInputGradient), plan.Element);
                writer.Close();
            }

            writer.Line("break;");
            writer.Close();
            writer.Line();
        }

        writer.Close();
        writer.Close();
        writer.Line();
        for (int i = 0; i < plan.Segments.Count - 1; i++)
        {
            EmitItems(writer, $"ReduceSegment{Text(i)}", plan.Segments[i].Reductions.Select(step => (step, 0)), step => Items(step, target, plan.Element));
        }

        writer.Open("public static void ReduceSegment(Pass pass, int segment, nint begin, nint end)");
        writer.Open("switch (segment)");
        for (int i = 0; i < plan.Segments.Count - 1; i++)
        {
            writer.Line($"case {Text(i)}:");
            writer.Indented([$"ReduceSegment{Text(i)}(pass, begin, end);", "break;"]);
        }

        writer.Close();
        writer.Close();
        writer.Line();
    }

    /// <summary>
    /// Each step and portion in the order of their items: what sums over the first samples comes first, what sums over the last comes last, as the
    /// samples themselves are shared among threads.
    /// </summary>
    private static IEnumerable<(Step Step, int Portion)> InPortions(EquatableArray<Step> steps)
    {
        int most = steps.Select(PortionsOf).DefaultIfEmpty(1).Max();
        return Enumerable.Range(0, most).SelectMany(portion =>
            steps.Where(step => PortionsOf(step) > 1).Select(step => (step, portion))
                .Concat(portion == (most - 1) / 2 ? steps.Where(step => PortionsOf(step) == 1).Select(step => (step, 0)) : []));
    }

    private static int PortionsOf(Step step) => step switch
    {
        Contraction contraction => contraction.Portions.Count,
        BiasGradientStep bias => bias.Portions.Count,
        GammaGradientStep gamma => gamma.Portions.Count,
        DepthwiseGradientStep depthwise => depthwise.Portions.Count,
        _ => 1,
    };

    /// <summary>Steps that follow each other over the samples, those of a run for few samples at a time.</summary>
    private static void EmitRuns(SourceWriter writer, IEnumerable<Step> steps, ElementType element)
    {
        foreach (StepRun run in StepRun.Cut(steps, element))
        {
            if (run.Samples > 0)
            {
                writer.Open($"for (nint first = begin; first < end; first += {Text(run.Samples)})");
                writer.Line($"nint last = nint.Min(first + {Text(run.Samples)}, end);");
            }

            foreach (Step step in run.Steps)
            {
                writer.Line($"{step.Name}(pass, {(run.Samples > 0 ? "first, last" : "begin, end")});");
            }

            if (run.Samples > 0)
            {
                writer.Close();
                writer.Line();
            }
        }
    }

    /// <summary>A method for the items of a stage, numbered through all its steps.</summary>
    private static void EmitItems(SourceWriter writer, string name, IEnumerable<(Step Step, int Portion)> steps, Func<Step, int> items)
    {
        writer.Open($"public static void {name}(Pass pass, nint begin, nint end)");
        int first = 0;
        foreach ((Step step, int portion) in steps)
        {
            int count = items(step);
            int last = first + count;
            int before = first - (portion * count);
            writer.Open($"if (begin < {Text(last)} && end > {Text(first)})");
            writer.Line(step is BiasGradientStep or GammaGradientStep
                ? $"{step.Name}(pass, {Text(portion)});"
                : $"{step.Name}(pass, nint.Max(begin, {Text(first)}) - {Text(before)}, nint.Min(end, {Text(last)}) - {Text(before)});");
            writer.Close();
            writer.Line();
            first = last;
        }

        writer.Close();
        writer.Line();
    }

    private static int Items(Step step, VectorTarget target, ElementType element) => step switch
    {
        Contraction contraction => TilePlanner.Plan(contraction, target, element).Items,
        DepthwiseGradientStep depthwise => DepthwiseGradientEmitter.Items(depthwise, target, element),
        _ => step.Items(element),
    };

    private static void EmitStep(SourceWriter writer, Step step, VectorTarget target, ElementType element)
    {
        switch (step)
        {
            case Contraction contraction:
                ContractionEmitter.Emit(writer, contraction, target, element);
                break;
            case LoopStep loop:
                LoopEmitter.Emit(writer, loop, inner => EmitStep(writer, inner, target, element));
                break;
            case RecurrentCellStep cell:
                RecurrentCellEmitter.Emit(writer, cell, target, element);
                break;
            case RecurrentCellGradientStep cell:
                RecurrentCellEmitter.Emit(writer, cell, target, element);
                break;
            case ResetGateStep reset:
                RecurrentCellEmitter.Emit(writer, reset, target, element);
                break;
            case ResetGateGradientStep reset:
                RecurrentCellEmitter.Emit(writer, reset, target, element);
                break;
            case EmbeddingStep embedding:
                EmbeddingEmitter.Emit(writer, embedding);
                break;
            case EmbeddingGradientStep embedding:
                EmbeddingEmitter.Emit(writer, embedding, element);
                break;
            case DotProductStep product:
                DotProductEmitter.Emit(writer, product, target, element);
                break;
            case PoolingStep pooling:
                PoolingEmitter.Emit(writer, pooling, target, element);
                break;
            case PoolingGradientStep pooling:
                PoolingEmitter.Emit(writer, pooling, target, element);
                break;
            case AxisTransform transform:
                AxisTransformEmitter.Emit(writer, transform, target, element);
                break;
            case TransposeStep transpose:
                TransposeEmitter.Emit(writer, transpose, element);
                break;
            case CustomStep custom:
                CustomEmitter.Emit(writer, custom, element);
                break;
            case DepthwiseStep depthwise:
                DepthwiseEmitter.Emit(writer, depthwise, target, element);
                break;
            case DepthwiseGradientStep depthwise:
                DepthwiseGradientEmitter.Emit(writer, depthwise, target, element);
                break;
            case RepeatChannelsStep repeat:
                RepeatChannelsEmitter.Emit(writer, repeat, target, element);
                break;
            case RepeatChannelsGradientStep repeat:
                RepeatChannelsEmitter.Emit(writer, repeat, target, element);
                break;
            case JoinStep join:
                JoinEmitter.Emit(writer, join, target, element);
                break;
            case JoinGradientStep join:
                JoinEmitter.Emit(writer, join, target, element);
                break;
            case CopyStep copy:
                ElementwiseEmitter.Emit(writer, copy);
                break;
            case ActivationStep activation:
                ElementwiseEmitter.Emit(writer, activation);
                break;
            case ActivationGradientStep activation:
                ElementwiseEmitter.Emit(writer, activation);
                break;
            case FunctionStep function:
                FunctionEmitter.Emit(writer, function);
                break;
            case FunctionGradientStep function:
                FunctionEmitter.Emit(writer, function);
                break;
            case PReLUStep prelu:
                PReLUEmitter.Emit(writer, prelu);
                break;
            case PReLUGradientStep prelu:
                PReLUEmitter.Emit(writer, prelu);
                break;
            case PReLUSlopeStep prelu:
                PReLUEmitter.Emit(writer, prelu);
                break;
            case NoiseStep noise:
                NoiseEmitter.Emit(writer, noise);
                break;
            case ChannelNormalizationStep normalization:
                ChannelNormalizationEmitter.Emit(writer, normalization, target, element);
                break;
            case ChannelNormalizationGradientStep normalization:
                ChannelNormalizationEmitter.Emit(writer, normalization, target, element);
                break;
            case ChannelStatisticsStep statistics:
                ChannelNormalizationEmitter.Emit(writer, statistics, target, element);
                break;
            case MovingStatisticsStep statistics:
                BatchStatisticsEmitter.Emit(writer, statistics, element);
                break;
            case DataStatisticsStep statistics:
                BatchStatisticsEmitter.Emit(writer, statistics, element);
                break;
            case BatchStatisticsStep statistics:
                BatchStatisticsEmitter.Emit(writer, statistics, element);
                break;
            case RowNormalizationStep normalization:
                RowNormalizationEmitter.Emit(writer, normalization, target, element);
                break;
            case RowNormalizationGradientStep normalization:
                RowNormalizationEmitter.Emit(writer, normalization, target, element);
                break;
            case GammaGradientStep gamma:
                RowNormalizationEmitter.Emit(writer, gamma, target, element);
                break;
            case BiasGradientStep bias:
                ElementwiseEmitter.Emit(writer, bias);
                break;
            case OutputStep output:
                ElementwiseEmitter.Emit(writer, output, element);
                break;
            default:
                throw new InvalidOperationException($"There is no emission for {step.GetType().Name}.");
        }
    }
}
