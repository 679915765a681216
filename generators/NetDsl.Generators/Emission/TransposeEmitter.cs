using NetDsl.Generators.Planning;
using NetDsl.Generators.Planning.Steps;
using static NetDsl.Generators.Emission.Addresses;

namespace NetDsl.Generators.Emission;

/// <summary>Writes transposes of kernels, panel by panel.</summary>
internal static class TransposeEmitter
{
    /// <summary>Writes a method that transposes a range of the kernel's panels.</summary>
    public static void Emit(SourceWriter writer, TransposeStep step, ElementType element)
    {
        writer.Line($"// {step.Comment}");
        writer.Open($"private static void {step.Name}(Pass pass, nint begin, nint end)");
        writer.Open("for (nint item = begin; item < end; item++)");
        EmitPanel(writer, step, element, "(int)item", "pass");
        writer.Close();
        writer.Close();
        writer.Line();
    }

    /// <summary>Writes the transposition of one panel of the kernel.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="step">The transpose.</param>
    /// <param name="element">The type of the kernel.</param>
    /// <param name="panel">The expression of the panel.</param>
    /// <param name="pass">What the pass is called where it is asked for its threads.</param>
    public static void EmitPanel(SourceWriter writer, TransposeStep step, ElementType element, string panel, string pass)
    {
        for (int i = 0; i < step.Blocks.Count; i++)
        {
            writer.Open($"for (nint i{Text(i)} = 0; i{Text(i)} < {Text(step.Blocks[i].Extent)}; i{Text(i)}++)");
        }

        string Place(int start, Func<Loop, int> move) => string.Join(" + ", step.Blocks
            .Select((loop, i) => Times("i" + Text(i), move(loop))).Where(term => term != "0").Prepend(Text(start)));
        writer.Line("global::NetDsl.Kernels.Transposition.Panel(");
        writer.Indented(
        [
            $"ref {Addresses.Of(step.Source, "0")}, {panel}, {Text(step.Source.PanelRows)}, {Text(step.SourceColumns.Count)}, {Text(step.SourceColumns.Padded)}, {Text(element.PanelWidth)},",
            $"{Place(step.SourceRow, l => l.A)}, {Text(step.Rows)},",
            $"ref {Addresses.Of(step.Destination, "0")}, {Place(step.DestinationRow, l => l.B)}, {Place(step.DestinationColumn, l => l.C)}, {Text(step.Destination.PanelRows)}, {Text(step.DestinationColumns.Padded)}, isShared: {pass}.Threads > 1);",
        ]);
        foreach (Loop _ in step.Blocks)
        {
            writer.Close();
        }
    }
}
