using NetDsl.Generators.Planning;
using NetDsl.Generators.Planning.Steps;
using static NetDsl.Generators.Emission.Addresses;

namespace NetDsl.Generators.Emission;

/// <summary>Writes the calls of layers of a user's own.</summary>
internal static class CustomEmitter
{
    public static void Emit(SourceWriter writer, CustomStep step, ElementType element)
    {
        if (step.Call != CustomCall.AddKernelGradient)
        {
            ElementwiseEmitter.Method(writer, step, () => EmitCall(writer, step, element));
            return;
        }

        // One piece of work, so that the samples are always added in the same order.
        writer.Line($"// {step.Comment}");
        writer.Open($"private static void {step.Name}(Pass pass, nint begin, nint end)");
        writer.Line($"MemoryMarshal.CreateSpan(ref {Addresses.Of(step.Result!, "0")}, {Text(step.Weights)}).Clear();");
        writer.Open("for (nint sample = 0; sample < pass.Samples; sample++)");
        EmitCall(writer, step, element);
        writer.Close();
        writer.Close();
        writer.Line();
    }

    private static void EmitCall(SourceWriter writer, CustomStep step, ElementType element)
    {
        List<string> arguments =
        [
            $"ref {Addresses.Of(step.Input, "sample")}, {Text(step.Inputs)}",
            $"ref {(step.Kernel is { } kernel ? Addresses.Of(kernel, "0") : Addresses.Of(step.Input, "sample"))}, {Text(step.Weights)}",
            $"ref {Addresses.Of(step.Output, "sample")}, {Text(step.Outputs)}",
        ];
        if (step.Delta is not null)
        {
            arguments.Add("ref " + Addresses.Of(step.Delta, "sample"));
            arguments.Add("ref " + Addresses.Of(step.Result!, "sample"));
        }

        writer.Line($"global::NetDsl.Kernels.CustomLayer.{step.Call}<global::{step.Type}, {element.Name}>(");
        writer.Indented(arguments.Select((argument, i) => argument + (i == arguments.Count - 1 ? ");" : ",")));
    }
}
