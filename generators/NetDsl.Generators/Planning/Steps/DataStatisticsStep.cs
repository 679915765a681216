namespace NetDsl.Generators.Planning.Steps;

/// <summary>Makes the coefficients of a normalisation of the samples from the statistics of the data, before any batch.</summary>
/// <param name="Channels">The channels.</param>
/// <param name="Stored">The channels as they are stored.</param>
/// <param name="Epsilon">The smallest deviation that is divided by.</param>
/// <param name="Mean">The mean of each channel.</param>
/// <param name="Variance">The variance of each channel.</param>
/// <param name="Coefficients">The rows of coefficients.</param>
internal sealed record DataStatisticsStep(
    string Name, string Comment, int Channels, int Stored, double Epsilon, Operand Mean, Operand Variance, Operand Coefficients) : Step(Name, Comment)
{
    public override bool IsBySample => false;

    public override IEnumerable<Operand> Operands => [this.Mean, this.Variance, this.Coefficients];
}
