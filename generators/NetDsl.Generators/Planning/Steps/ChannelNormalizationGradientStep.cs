namespace NetDsl.Generators.Planning.Steps;

/// <summary>The gradient of what was normalised by channel: scale x gradient + slope x (value - mean) + constant.</summary>
/// <param name="Source">What was normalised.</param>
/// <param name="Delta">The gradient of what came of it.</param>
/// <param name="Target">Where the gradient of the source goes.</param>
/// <param name="Channels">The channels.</param>
/// <param name="Coefficients">The rows of coefficients.</param>
/// <param name="HasBatchStatistics">Whether the statistics may be those of the batch; otherwise slope and constant are 0.</param>
internal sealed record ChannelNormalizationGradientStep(
    string Name, string Comment, TensorView Source, TensorView Delta, DeltaTarget Target, ChannelRun Channels, Operand Coefficients, bool HasBatchStatistics)
    : Step(Name, Comment)
{
    public override IEnumerable<Operand> Operands => [this.Source.Base, this.Delta.Base, this.Target.View.Base, this.Coefficients];
}
