namespace NetDsl.Generators.Planning.Steps;

/// <summary>x where it is positive, otherwise its slope times x.</summary>
/// <param name="Source">The values.</param>
/// <param name="Alpha">The slopes as a tensor of the values' shape: with a stride of 0 along what shares them.</param>
/// <param name="Destination">Where they go.</param>
internal sealed record PReLUStep(string Name, string Comment, TensorView Source, TensorView Alpha, TensorView Destination) : Step(Name, Comment)
{
    public override IEnumerable<Operand> Operands => [this.Source.Base, this.Alpha.Base, this.Destination.Base];
}
