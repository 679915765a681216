namespace NetDsl.Generators.Planning.Steps;

/// <summary>The gradient of what was normalised row by row, through the rows' statistics.</summary>
/// <param name="Source">What was normalised.</param>
/// <param name="Delta">The gradient of what came of it.</param>
/// <param name="Statistics">The mean and the inverse deviation of each row.</param>
/// <param name="Target">Where the gradient of the source goes.</param>
/// <param name="Channels">The channels.</param>
/// <param name="Gamma">What each channel was multiplied by; null for nothing.</param>
internal sealed record RowNormalizationGradientStep(
    string Name, string Comment, TensorView Source, TensorView Delta, TensorView Statistics, DeltaTarget Target, ChannelRun Channels, Operand? Gamma)
    : Step(Name, Comment)
{
    public override IEnumerable<Operand> Operands =>
        new[] { this.Source.Base, this.Delta.Base, this.Statistics.Base, this.Target.View.Base, this.Gamma }.Where(operand => operand is not null).Select(operand => operand!);
}
