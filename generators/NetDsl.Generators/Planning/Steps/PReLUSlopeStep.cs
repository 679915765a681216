namespace NetDsl.Generators.Planning.Steps;

/// <summary>Sums the gradient of slopes over all samples, and over what shares a slope: that of the value times the value where it is negative.</summary>
/// <param name="Delta">The gradient of what the layer gave.</param>
/// <param name="Values">What it took.</param>
/// <param name="Alpha">The slopes' gradients as a tensor of the values' shape: with a stride of 0 along what shares them.</param>
/// <param name="Length">The elements of all slopes' gradients.</param>
internal sealed record PReLUSlopeStep(string Name, string Comment, TensorView Delta, TensorView Values, TensorView Alpha, int Length)
    : Step(Name, Comment)
{
    public override IEnumerable<Operand> Operands => [this.Delta.Base, this.Values.Base, this.Alpha.Base];
}
