namespace NetDsl.Generators.Planning.Steps;

/// <summary>
/// The mean of each channel over the places of a sample, and the sum of the squared differences from it; or, on the way back, the sums of the gradient
/// and of the gradient times the difference of the value from the batch's mean.
/// </summary>
/// <param name="Source">What is normalised.</param>
/// <param name="Delta">The gradient of what came of it; null on the way forward.</param>
/// <param name="Sums">Where the two rows of sums go.</param>
/// <param name="RowStride">Elements from one row to the next.</param>
/// <param name="Channels">The channels.</param>
/// <param name="Coefficients">The rows of coefficients, of which the way back reads the mean.</param>
internal sealed record ChannelStatisticsStep(
    string Name, string Comment, TensorView Source, TensorView? Delta, Operand Sums, int RowStride, ChannelRun Channels, Operand Coefficients)
    : Step(Name, Comment)
{
    public override bool IsForTraining => true;

    public override IEnumerable<Operand> Operands =>
        new[] { this.Source.Base, this.Delta?.Base, this.Sums, this.Coefficients }.Where(operand => operand is not null).Select(operand => operand!);
}
