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

    public static string Emit(ExecutionPlan plan, VectorTarget target)
    {
        string[] header =
        [
            $"{plan.Graph.Spec.TypeName} for {(target.VectorBytes == 0 ? "one value at a time" : $"vectors of {Text(target.VectorBytes)} bytes")}.",
        ];
        return FileFrame.Write(plan.Graph.Spec, header, Usings, "disable", "", writer =>
        {
            writer.Open("private sealed partial class Pass");
            writer.Open($"private static class {target.Name}Loops");
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

            if (plan.Unrolled is null)
            {
                EmitRegions(writer, plan, target);
            }

            writer.Close();
            writer.Close();
        });
    }

    /// <summary>The work of each layer by itself, in the order declared.</summary>
    private static void EmitRegions(SourceWriter writer, ExecutionPlan plan, VectorTarget target)
    {
        ILookup<string, Step> steps = plan.Forward.Append(plan.Output!).Concat(plan.Backward).Concat(plan.Gradients).ToLookup(step => step.Layer);
        foreach (LayerPlan layer in plan.Layers)
        {
            EmitRegion(layer.Name, layer.Strategy);
        }

        EmitRegion("", "");

        void EmitRegion(string layer, string strategy)
        {
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
        writer.Line($"public const int GradientItems = {Text(plan.Gradients.Sum(step => Items(step, target, plan.Element)))};");
        writer.Line();
        writer.Open("public static void ComputeSamples(Pass pass, nint begin, nint end)");
        foreach (Step step in plan.Forward)
        {
            writer.Line($"{step.Name}(pass, begin, end);");
        }

        writer.Line($"{plan.Output!.Name}(pass, begin, end);");
        writer.Open("if (pass.Mode < global::NetDsl.Kernels.PassMode.Gradient)");
        writer.Line("return;");
        writer.Close();
        writer.Line();
        foreach (Step step in plan.Backward.Where(step => !step.ForInputGradient))
        {
            writer.Line($"{step.Name}(pass, begin, end);");
        }

        writer.Open("if (pass.Mode == global::NetDsl.Kernels.PassMode.GradientWithInputs)");
        foreach (Step step in plan.Backward.Where(step => step.ForInputGradient))
        {
            writer.Line($"{step.Name}(pass, begin, end);");
        }

        writer.Close();
        writer.Close();
        writer.Line();
        writer.Open("public static void SumGradients(Pass pass, nint begin, nint end)");
        int first = 0;
        foreach (Step step in plan.Gradients)
        {
            int last = first + Items(step, target, plan.Element);
            writer.Open($"if (begin < {Text(last)} && end > {Text(first)})");
            writer.Line(step is BiasGradientStep
                ? $"{step.Name}(pass);"
                : $"{step.Name}(pass, nint.Max(begin, {Text(first)}) - {Text(first)}, nint.Min(end, {Text(last)}) - {Text(first)});");
            writer.Close();
            writer.Line();
            first = last;
        }

        writer.Close();
        writer.Line();
    }

    private static int Items(Step step, VectorTarget target, ElementType element) =>
        step is Contraction contraction ? TilePlanner.Plan(contraction, target, element).Items : 1;

    private static void EmitStep(SourceWriter writer, Step step, VectorTarget target, ElementType element)
    {
        switch (step)
        {
            case Contraction contraction:
                ContractionEmitter.Emit(writer, contraction, target, element);
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
            case CopyStep copy:
                ElementwiseEmitter.Emit(writer, copy);
                break;
            case ActivationStep activation:
                ElementwiseEmitter.Emit(writer, activation);
                break;
            case ActivationGradientStep activation:
                ElementwiseEmitter.Emit(writer, activation);
                break;
            case DropoutStep dropout:
                ElementwiseEmitter.Emit(writer, dropout);
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
