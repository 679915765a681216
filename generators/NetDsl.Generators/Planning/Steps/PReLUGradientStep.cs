namespace NetDsl.Generators.Planning.Steps;

/// <summary>Multiplies a gradient by 1 where the value is positive, otherwise by its slope.</summary>
/// <param name="Delta">The gradient of what the layer gave.</param>
/// <param name="Values">What it took.</param>
/// <param name="Alpha">The slopes as a tensor of the values' shape: with a stride of 0 along what shares them.</param>
/// <param name="Destination">Where the gradient of what it took goes.</param>
/// <param name="Accumulate">Whether it is added to what is there.</param>
internal sealed record PReLUGradientStep(
    string Name, string Comment, TensorView Delta, TensorView Values, TensorView Alpha, TensorView Destination, bool Accumulate)
    : Step(Name, Comment)
{
    public override IEnumerable<Operand> Operands => [this.Delta.Base, this.Values.Base, this.Alpha.Base, this.Destination.Base];
}
