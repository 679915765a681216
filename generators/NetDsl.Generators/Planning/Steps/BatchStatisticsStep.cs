namespace NetDsl.Generators.Planning.Steps;

/// <summary>
/// Joins the sums of all samples into the coefficients of a normalisation by batch statistics, or on the way back into the gradients of its
/// parameters and the coefficients of its input's gradient.
/// </summary>
/// <param name="First">The first row of each sample's sums; where a sample has one value of each channel the values, on the way back their gradient.</param>
/// <param name="Second">The second row; the values, where a sample has one of each channel; null on the way forward for those.</param>
/// <param name="OfValues">Whether a sample has one value of each channel.</param>
/// <param name="Places">The values that a sample has of each channel.</param>
/// <param name="IsBackward">Whether it is for the way back.</param>
/// <param name="Normalization">The normalisation.</param>
internal sealed record BatchStatisticsStep(
    string Name, string Comment, Operand First, Operand? Second, bool OfValues, int Places, bool IsBackward, BatchNormalizationData Normalization)
    : Step(Name, Comment)
{
    /// <summary>As many columns as NetDsl.Kernels.BatchNormalization takes at once, from which on threads share them.</summary>
    private const int PieceColumns = 64;

    /// <summary>Where the gradient of gamma goes; null where there is none, or on the way forward.</summary>
    public Operand? GammaGradient { get; init; }

    /// <summary>Where the gradient of beta goes; null where there is none, or on the way forward.</summary>
    public Operand? BetaGradient { get; init; }

    public override bool IsBarrier => true;

    public override bool IsForTraining => true;

    public override IEnumerable<Operand> Operands =>
        new[] { this.First, this.Second, this.Normalization.Coefficients, this.GammaGradient, this.BetaGradient }.Where(operand => operand is not null).Select(operand => operand!);

    public override int Items(ElementType element) => (this.Normalization.Stored + PieceColumns - 1) / PieceColumns;
}
