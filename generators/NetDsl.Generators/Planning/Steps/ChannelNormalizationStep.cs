namespace NetDsl.Generators.Planning.Steps;

/// <summary>Normalises by channel: (value - mean) x scale + shift.</summary>
/// <param name="Source">What is normalised.</param>
/// <param name="Destination">What comes of it, which lies as the source does.</param>
/// <param name="Channels">The channels.</param>
/// <param name="Coefficients">The rows of coefficients.</param>
/// <param name="IsFused">Whether a pass for prediction leaves it to the layer before it, so that there is nothing to do.</param>
internal sealed record ChannelNormalizationStep(
    string Name, string Comment, TensorView Source, TensorView Destination, ChannelRun Channels, Operand Coefficients, bool IsFused) : Step(Name, Comment)
{
    public override IEnumerable<Operand> Operands => [this.Source.Base, this.Destination.Base, this.Coefficients];
}
