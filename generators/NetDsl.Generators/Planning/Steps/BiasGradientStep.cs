namespace NetDsl.Generators.Planning.Steps;

/// <summary>Sums a gradient over all samples and places.</summary>
internal sealed record BiasGradientStep(string Name, string Comment, TensorView Delta, Operand Destination, Columns Columns) : Step(Name, Comment)
{
    /// <summary>The parts of the batch that have a sum each.</summary>
    public Portions Portions { get; init; } = Portions.None;

    public override IEnumerable<Operand> Operands => [this.Delta.Base, this.Destination];
}
