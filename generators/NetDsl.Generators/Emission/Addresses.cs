using System.Globalization;
using NetDsl.Generators.Planning;
using NetDsl.Generators.Planning.Steps;

namespace NetDsl.Generators.Emission;

/// <summary>How generated code reaches the operands of a step through its pass.</summary>
internal static class Addresses
{
    /// <summary>The reference to an operand's element.</summary>
    /// <param name="operand">The operand.</param>
    /// <param name="sample">The expression of the sample; ignored where samples share the operand.</param>
    /// <param name="terms">Further offsets, each an expression; "0" is left out.</param>
    public static string Of(Operand operand, string sample, params string[] terms)
    {
        List<string> offset = [];
        if (operand.Memory is Memory.Batch && operand.SampleStride != 0)
        {
            offset.Add(Times(sample, operand.SampleStride));
        }

        if (operand.TurnStride != 0)
        {
            offset.Add(Times("turn", operand.TurnStride));
        }

        if (operand.Offset != 0)
        {
            offset.Add(Text(operand.Offset));
        }

        offset.AddRange(terms.Where(term => term != "0"));
        return operand.Memory switch
        {
            Memory.Batch or Memory.Shared => $"pass.Arena({string.Join(" + ", offset.Prepend("pass." + operand.Buffer))})",
            Memory.Parameters => $"pass.ParameterAt({Sum(offset)})",
            Memory.Gradients => $"pass.GradientAt({Sum(offset)})",
            Memory.Inputs => VectorSyntax.Add($"pass.InputAt({sample})", Sum(offset)),
            Memory.InputGradients => VectorSyntax.Add($"pass.InputGradientAt({sample})", Sum(offset)),
            _ => throw new ArgumentOutOfRangeException(nameof(operand), operand.Memory, "Unknown memory."),
        };
    }

    /// <summary>The parameters of the method of a step that goes over a range of samples.</summary>
    public static string Parameters(Step step) => $"Pass pass, nint begin, nint end{(step.MovesInTurns ? ", nint turn" : "")}";

    /// <summary>A variable times a constant, as an offset.</summary>
    public static string Times(string variable, int factor) => factor switch
    {
        0 => "0",
        1 => variable,
        _ => $"({variable} * {Text(factor)})",
    };

    public static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Sum(List<string> offset) => offset.Count == 0 ? "0" : string.Join(" + ", offset);
}
