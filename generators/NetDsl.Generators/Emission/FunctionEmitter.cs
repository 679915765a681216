using System.Globalization;
using NetDsl.Generators.Planning;
using NetDsl.Generators.Planning.Steps;
using NetDsl.Generators.Shapes;
using static NetDsl.Generators.Emission.Addresses;

namespace NetDsl.Generators.Emission;

/// <summary>Writes functions of each value from one tensor into another, run by run of what lies unbroken in all of them.</summary>
internal static class FunctionEmitter
{
    public static void Emit(SourceWriter writer, FunctionStep step) =>
        ElementwiseEmitter.Method(writer, step, () => EmitNest(writer, [step.Source, step.Destination], (places, run) =>
        {
            writer.Line("global::NetDsl.Kernels.Activations.Apply(");
            writer.Indented([$"{Function(step.Function, step.Settings)},", .. places.Select(place => $"ref {place},"), $"{run});"]);
        }));

    public static void Emit(SourceWriter writer, FunctionGradientStep step) =>
        ElementwiseEmitter.Method(writer, step, () => EmitNest(writer, [step.Delta, step.Values, step.Destination], (places, run) =>
        {
            writer.Line("global::NetDsl.Kernels.ActivationGradients.Apply(");
            writer.Indented(
            [
                $"{Function(step.Function, step.Settings)},",
                .. places.Select(place => $"ref {place},"),
                $"{run}, accumulate: {(step.Accumulate ? "true" : "false")});",
            ]);
        }));

    /// <summary>Opens the loops over tensors of one shape, calls with the place in each and the values of a run, and closes them.</summary>
    public static void EmitNest(SourceWriter writer, IReadOnlyList<TensorView> views, Action<List<string>, string> body)
    {
        SharedNest nest = SharedNest.Over(views);
        for (int i = 0; i < nest.Loops.Count; i++)
        {
            writer.Open($"for (nint i{Text(i)} = 0; i{Text(i)} < {Text(nest.Loops[i].Extent)}; i{Text(i)}++)");
        }

        List<string> places = [.. views.Select((view, v) =>
            Addresses.Of(view.Base, "sample", [.. nest.Loops.Select((loop, i) => Times("i" + Text(i), loop.Strides[v]))]))];
        body(places, Text(nest.Run));
        foreach (SharedLoop _ in nest.Loops)
        {
            writer.Close();
        }
    }

    private static string Function(string function, ActivationSettings settings)
    {
        string Number(double value) => double.IsInfinity(value) ? "double.PositiveInfinity" : value.ToString("R", CultureInfo.InvariantCulture);
        string given = $"NegativeSlope: {Number(settings.NegativeSlope)}, MaxValue: {Number(settings.MaxValue)}, Threshold: {Number(settings.Threshold)}, "
            + $"Alpha: {Number(settings.Alpha)}, Approximate: {(settings.Approximate ? "true" : "false")}";
        return $"global::NetDsl.Activation.{function}, new global::NetDsl.Kernels.ActivationSettings({given})";
    }
}
