namespace NetDsl.Generators.Planning.Steps;

/// <summary>
/// The gradient of a large dense layer's input: result[sample, input] = sum over units of delta[sample, unit] x kernel[input, unit], as
/// products of rows that both run along the units, so that the kernel is read as it lies. Transposing it first, as for smaller layers,
/// would move its bytes twice more than computing with them takes.
/// </summary>
/// <param name="Delta">The gradient of the output: rows of units.</param>
/// <param name="Kernel">The kernel, in panels.</param>
/// <param name="Result">The gradient of the input.</param>
/// <param name="Y">The values whose derivative it is multiplied by; null for none.</param>
/// <param name="Inputs">The rows of the kernel.</param>
/// <param name="Units">Its columns as stored; the padding of both factors is zero.</param>
/// <param name="Epilogue">What is done with the sums.</param>
internal sealed record DotProductStep(
    string Name, string Comment, Operand Delta, Operand Kernel, Operand Result, Operand? Y, int Inputs, int Units, Epilogue Epilogue)
    : Step(Name, Comment)
{
    public override bool IsBySample => false;

    public override IEnumerable<Operand> Operands =>
        new[] { this.Delta, this.Kernel, this.Result, this.Y }.Where(operand => operand is not null).Select(operand => operand!);
}
