namespace NetDsl.Generators.Planning.Steps;

/// <summary>
/// The gradient of a depthwise convolution's kernel: result[tap, channel] = sum over samples and places of source[place + tap, channel] x
/// delta[place, channel].
/// </summary>
/// <param name="Source">What the convolution read.</param>
/// <param name="Delta">The gradient of what it made.</param>
/// <param name="Result">A matrix of taps by channels, row after row.</param>
/// <param name="Places">The loops over places: A moves in the source, C in the gradient.</param>
/// <param name="Taps">The loops over taps: A moves in the source, C is the step in the result's rows.</param>
/// <param name="Columns">The channels.</param>
/// <param name="Portions">The parts of the batch that have a result each.</param>
internal sealed record DepthwiseGradientStep(
    string Name,
    string Comment,
    Operand Source,
    Operand Delta,
    Operand Result,
    EquatableArray<Loop> Places,
    EquatableArray<Loop> Taps,
    Columns Columns,
    Portions Portions) : Step(Name, Comment)
{
    public override IEnumerable<Operand> Operands => [this.Source, this.Delta, this.Result];

    public override bool IsBySample => false;

    /// <summary>The panels of channels that can be summed each on its own: two cache lines, which processors fetch together.</summary>
    public int Panels(ElementType element) => (this.Columns.Padded + element.PanelWidth - 1) / element.PanelWidth;
}
