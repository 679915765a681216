namespace NetDsl.Generators.Planning.Steps;

/// <summary>Makes the coefficients of a batch normalisation from its moving statistics, before any batch.</summary>
/// <param name="Normalization">The normalisation.</param>
internal sealed record MovingStatisticsStep(string Name, string Comment, BatchNormalizationData Normalization) : Step(Name, Comment)
{
    public override bool IsBySample => false;

    public override IEnumerable<Operand> Operands =>
        new[] { this.Normalization.Mean, this.Normalization.Variance, this.Normalization.Gamma, this.Normalization.Beta, this.Normalization.Coefficients, this.Normalization.Fused }
            .Where(operand => operand is not null).Select(operand => operand!);
}
