namespace NetDsl.Generators.Planning.Steps;

/// <summary>Normalises each row of channels by its own mean and variance.</summary>
/// <param name="Source">What is normalised.</param>
/// <param name="Destination">What comes of it.</param>
/// <param name="Statistics">Where the mean and the inverse deviation of each row go.</param>
/// <param name="Channels">The channels.</param>
/// <param name="Epsilon">What is added to the variance.</param>
/// <param name="Gamma">What each channel is multiplied by afterwards; null for nothing.</param>
/// <param name="Beta">What is added to each channel afterwards; null for nothing.</param>
internal sealed record RowNormalizationStep(
    string Name,
    string Comment,
    TensorView Source,
    TensorView Destination,
    TensorView Statistics,
    ChannelRun Channels,
    double Epsilon,
    Operand? Gamma,
    Operand? Beta) : Step(Name, Comment)
{
    public override IEnumerable<Operand> Operands =>
        new[] { this.Source.Base, this.Destination.Base, this.Statistics.Base, this.Gamma, this.Beta }.Where(operand => operand is not null).Select(operand => operand!);
}
