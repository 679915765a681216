using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning.Steps;

/// <summary>
/// Copies a tensor, changing values at random where noise is on. What is drawn depends on the value's place alone, so that the gradient is
/// changed by the same.
/// </summary>
/// <param name="Kind">How values are changed.</param>
/// <param name="Amount">The rate or, of added noise, the standard deviation.</param>
/// <param name="Stream">What tells this layer's random numbers from those of the others.</param>
/// <param name="SharedAxes">How many axes before the channels share what is drawn.</param>
internal sealed record NoiseStep(
    string Name, string Comment, Noise Kind, double Amount, int Stream, int SharedAxes, TensorView Source, TensorView Destination)
    : Step(Name, Comment)
{
    /// <summary>Whether a gradient is changed, which what is added to values does not change.</summary>
    public bool IsGradient { get; init; }

    /// <summary>Whether the result is added to what is there.</summary>
    public bool Accumulate { get; init; }

    public override IEnumerable<Operand> Operands => [this.Source.Base, this.Destination.Base];
}
