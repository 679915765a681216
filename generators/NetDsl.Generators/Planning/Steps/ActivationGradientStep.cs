namespace NetDsl.Generators.Planning.Steps;

/// <summary>Multiplies a gradient in place by the derivative of an activation, given what the activation returned.</summary>
internal sealed record ActivationGradientStep(string Name, string Comment, string Activation, TensorView Delta, TensorView Values)
    : Step(Name, Comment)
{
    public override IEnumerable<Operand> Operands => [this.Delta.Base, this.Values.Base];
}
