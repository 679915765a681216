namespace NetDsl.Generators.Planning.Steps;

/// <summary>Applies an activation in place: one that a tile does not apply itself.</summary>
internal sealed record ActivationStep(string Name, string Comment, string Activation, TensorView Values) : Step(Name, Comment)
{
    public override IEnumerable<Operand> Operands => [this.Values.Base];
}
