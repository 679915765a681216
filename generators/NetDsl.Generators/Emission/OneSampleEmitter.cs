using NetDsl.Generators.Planning;
using NetDsl.Generators.Planning.Steps;
using static NetDsl.Generators.Emission.Addresses;

namespace NetDsl.Generators.Emission;

/// <summary>
/// Writes the prediction of one sample without a pass, for networks whose layers are all vectors: their few activations live on the
/// stack. Renting a pass and running its stages takes longer than a small network's answer.
/// </summary>
internal static class OneSampleEmitter
{
    /// <summary>The most activations that are put on the stack.</summary>
    private const int StackElements = 4096;

    /// <summary>Whether the network has this form.</summary>
    public static bool Serves(ExecutionPlan plan)
    {
        if (plan.Unrolled is { } unrolled)
        {
            return UnrolledPredictionEmitter.Serves(unrolled);
        }

        return plan.ElementsPerSample(training: false) + plan.SharedElements(training: false) <= StackElements
            && plan.Outputs.Count == 1
            && !plan.Outputs[0].Values.Leading.Any()
            && plan.KernelTransforms.All(step => step is MovingStatisticsStep or DataStatisticsStep)
            && plan.ForwardOfPrediction.All(step => step switch
            {
                Contraction contraction => contraction.Samples == SampleRole.Rows && contraction.Rows.Count == 0,
                ActivationStep activation => !activation.Values.Leading.Any(),
                ChannelNormalizationStep normalization => !normalization.Source.Leading.Any() && normalization.Channels.Groups.Count == 0,
                CopyStep copy => copy.Source.Dimensions.Count() == 1 && copy.Destination.Dimensions.Count() == 1,
                _ => false,
            });
    }

    public static void Emit(SourceWriter writer, ExecutionPlan plan, VectorTarget target)
    {
        string type = plan.Element.Name;
        if (plan.Unrolled is { } unrolled)
        {
            UnrolledPredictionEmitter.Emit(writer, unrolled, target, plan.Element);
            return;
        }

        Dictionary<string, int> offsets = plan.Buffers.ToDictionary(b => b.Name, b => b.PredictionOffset);
        string Place(Operand operand) => operand.Memory switch
        {
            Memory.Inputs => VectorSyntax.Add("input", Text(operand.Offset)),
            Memory.Parameters => VectorSyntax.Add("parameters", Text(operand.Offset)),
            Memory.Shared => VectorSyntax.Add("memory", Text(plan.ElementsPerSample(training: false) + offsets[operand.Buffer] + operand.Offset)),
            _ => VectorSyntax.Add("memory", Text(offsets[operand.Buffer] + operand.Offset)),
        };

        // A vector more than the buffers: tiles read and write whole vectors.
        int room = plan.ElementsPerSample(training: false) + plan.SharedElements(training: false) + plan.Element.LongestVector;
        writer.Line($"public static void PredictOne(ref {type} parameters, ref {type} input, ref {type} output) =>");
        writer.Indented([$"global::NetDsl.Kernels.OneSample.Predict<OneSample, {type}>(ref parameters, ref input, ref output);"]);
        writer.Line();
        writer.Line("// one sample, its activations on the stack");
        writer.Open($"private readonly struct OneSample : global::NetDsl.Kernels.IOneSamplePrediction<{type}>");
        writer.Line($"public static int Room => {Text(room)};");
        writer.Line();
        writer.Line("// not inlined: together with its caller it would exceed what the run-time compiler is ready to inline into one method");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]");
        writer.Open($"public static void Predict(ref {type} parameters, ref {type} input, ref {type} output, ref {type} memory)");
        foreach (Step step in plan.KernelTransforms.Concat(plan.ForwardOfPrediction))
        {
            foreach (string line in Lines(step, plan.Element, Place))
            {
                writer.Line(line);
            }
        }

        OutputStep last = plan.Outputs[0];
        int outputs = last.Values.Last.Aggregate(1, (n, d) => n * d.Extent);
        writer.Line($"global::NetDsl.Kernels.OutputLayer.Predict(global::NetDsl.Activation.{last.Activation}, {Text(outputs)}, ref {Place(last.Values.Base)}, ref output);");
        writer.Close();
        writer.Close();
        writer.Line();
    }

    private static IEnumerable<string> Lines(Step step, ElementType element, Func<Operand, string> place)
    {
        switch (step)
        {
            case Contraction contraction:
                string bias = contraction.Bias is { } b ? $", ref {place(b)}" : "";
                string scale = contraction.Scale is { } s ? $", ref {place(s)}" : "";
                return [$"{step.Name}_One(ref {place(contraction.A)}, ref {place(contraction.B)}, ref {place(contraction.C)}{bias}{scale});"];
            case ActivationStep activation:
                return
                [
                    $"global::NetDsl.Kernels.Activations.Apply("
                    + $"global::NetDsl.Activation.{activation.Activation}, ref {place(activation.Values.Base)}, {Text(Count(activation.Values))});",
                ];
            case ChannelNormalizationStep { IsFused: true }:
                return [];
            case ChannelNormalizationStep normalization:
                string values = $"ref {place(normalization.Source.Base)}, ref {place(normalization.Destination.Base)}";
                return [$"{step.Name}_One({values}, ref {place(normalization.Coefficients)});"];
            case CopyStep copy:
                return
                [
                    $"MemoryMarshal.CreateReadOnlySpan(ref {place(copy.Source.Base)}, {Text(Count(copy.Source))})",
                    $"    .CopyTo(MemoryMarshal.CreateSpan(ref {place(copy.Destination.Base)}, {Text(Count(copy.Source))}));",
                ];
            case MovingStatisticsStep statistics:
                return BatchStatisticsEmitter.FromBefore(statistics.Normalization, element, place, "isTraining: false");
            case DataStatisticsStep statistics:
                return [BatchStatisticsEmitter.FromData(statistics, element, place)];
            default:
                throw new InvalidOperationException($"There is no prediction of one sample for {step.GetType().Name}.");
        }
    }

    private static int Count(TensorView view) => view.Dimensions.Aggregate(1, (n, d) => n * d.Extent);
}
