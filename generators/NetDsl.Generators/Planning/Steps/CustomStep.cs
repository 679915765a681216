namespace NetDsl.Generators.Planning.Steps;

/// <summary>Calls a layer of a user's own, sample by sample.</summary>
/// <param name="Call">Which of its methods.</param>
/// <param name="Type">The full name of its type.</param>
/// <param name="Input">The values of the input without gaps.</param>
/// <param name="Inputs">How many.</param>
/// <param name="Kernel">The values of the kernel; null for none.</param>
/// <param name="Weights">How many.</param>
/// <param name="Output">The values of the output without gaps.</param>
/// <param name="Outputs">How many.</param>
/// <param name="Delta">The gradient of the output; null on the way forward.</param>
/// <param name="Result">Where the gradient goes that is asked for; null on the way forward.</param>
internal sealed record CustomStep(
    string Name,
    string Comment,
    CustomCall Call,
    string Type,
    Operand Input,
    int Inputs,
    Operand? Kernel,
    int Weights,
    Operand Output,
    int Outputs,
    Operand? Delta,
    Operand? Result) : Step(Name, Comment)
{
    public override IEnumerable<Operand> Operands =>
        new[] { this.Input, this.Kernel, this.Output, this.Delta, this.Result }.Where(operand => operand is not null).Select(operand => operand!);
}
