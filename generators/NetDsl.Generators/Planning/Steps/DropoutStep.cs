namespace NetDsl.Generators.Planning.Steps;

/// <summary>Copies a tensor, losing values at random where noise is on; the gradient loses the same ones.</summary>
/// <param name="Rate">The probability of losing a value.</param>
/// <param name="Stream">What tells this layer's random numbers from those of the others.</param>
internal sealed record DropoutStep(
    string Name, string Comment, double Rate, int Stream, TensorView Source, TensorView Destination) : Step(Name, Comment)
{
    /// <summary>Whether the result is added to what is there.</summary>
    public bool Accumulate { get; init; }

    public override IEnumerable<Operand> Operands => [this.Source.Base, this.Destination.Base];
}
