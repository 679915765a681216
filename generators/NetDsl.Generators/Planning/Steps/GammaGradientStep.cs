namespace NetDsl.Generators.Planning.Steps;

/// <summary>Sums the gradient of what each channel of normalised rows was multiplied by.</summary>
/// <param name="Source">What was normalised.</param>
/// <param name="Delta">The gradient of what came of it.</param>
/// <param name="Statistics">The mean and the inverse deviation of each row.</param>
/// <param name="Channels">The channels.</param>
/// <param name="Destination">Where the sums go.</param>
/// <param name="Portions">The parts of the batch that have a sum each.</param>
internal sealed record GammaGradientStep(
    string Name, string Comment, TensorView Source, TensorView Delta, TensorView Statistics, ChannelRun Channels, Operand Destination, Portions Portions)
    : Step(Name, Comment)
{
    public override IEnumerable<Operand> Operands => [this.Source.Base, this.Delta.Base, this.Statistics.Base, this.Destination];
}
