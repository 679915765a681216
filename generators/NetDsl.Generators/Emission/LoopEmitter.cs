using NetDsl.Generators.Planning.Steps;
using static NetDsl.Generators.Emission.Addresses;

namespace NetDsl.Generators.Emission;

/// <summary>Writes the loop around steps that are done one turn after the other.</summary>
internal static class LoopEmitter
{
    public static void Emit(SourceWriter writer, LoopStep loop, Action<Step> emitStep)
    {
        string turns = Text(loop.Turns);
        writer.Line($"// {loop.Comment}");
        writer.Open($"private static void {loop.Name}(Pass pass, nint begin, nint end)");
        writer.Open(loop.IsBackward ? $"for (nint turn = {turns} - 1; turn >= 0; turn--)" : $"for (nint turn = 0; turn < {turns}; turn++)");
        foreach (Step step in loop.Steps)
        {
            writer.Line($"{step.Name}(pass, begin, end{(step.MovesInTurns ? ", turn" : "")});");
        }

        writer.Close();
        writer.Close();
        writer.Line();
        foreach (Step step in loop.Steps)
        {
            emitStep(step);
        }
    }
}
