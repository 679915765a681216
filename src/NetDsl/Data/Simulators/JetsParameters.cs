namespace NetDsl.Data.Simulators;

/// <summary>
/// The constants of <see cref="Jets"/>: of the size that jets of 100 GeV have, among which gluons make more particles, wider, softer and heavier
/// jets (J. Gallicchio and M. Schwartz, "Quark and gluon jet substructure", Journal of High Energy Physics 04, 2013, where the features are defined).
/// </summary>
public sealed record JetsParameters
{
    private static readonly double[] UsualCorrelations = [0.45, -0.65, 0.5, -0.4, 0.75, -0.4];

    /// <summary>Jets of quarks: the class "quark".</summary>
    public JetKindParameters Quark { get; init; } = new([2.71, -2.66, -0.2, 2.2], [0.3, 0.5, 0.45, 0.4], UsualCorrelations);

    /// <summary>Jets of gluons: the class "gluon".</summary>
    public JetKindParameters Gluon { get; init; } = new([3.14, -2.21, -0.75, 2.56], [0.26, 0.42, 0.4, 0.36], UsualCorrelations);

    /// <summary>
    /// Where jets have weights, the share of those that are negative, as generators at higher orders make them; below 0.5. All weights have the
    /// same magnitude, and their mean is 1.
    /// </summary>
    public double NegativeShare { get; init; } = 0.1;

    /// <summary>Refuses constants that are no distributions.</summary>
    /// <exception cref="ArgumentException">A constant is out of its range.</exception>
    internal void Check()
    {
        CheckKind(this.Quark, nameof(this.Quark));
        CheckKind(this.Gluon, nameof(this.Gluon));
        ParameterChecks.Range(this.NegativeShare, 0, 0.49, nameof(this.NegativeShare));
    }

    private static void CheckKind(JetKindParameters kind, string name)
    {
        int features = Jets.FeatureNames.Count;
        CheckCount(kind.Means, features, $"{name}.{nameof(kind.Means)}");
        CheckCount(kind.Deviations, features, $"{name}.{nameof(kind.Deviations)}");
        CheckCount(kind.Correlations, features * (features - 1) / 2, $"{name}.{nameof(kind.Correlations)}");
        foreach (double mean in kind.Means)
        {
            ParameterChecks.Range(mean, -20, 20, $"{name}.{nameof(kind.Means)}");
        }

        foreach (double deviation in kind.Deviations)
        {
            ParameterChecks.Range(deviation, 1e-3, 5, $"{name}.{nameof(kind.Deviations)}");
        }

        if (!JetDistribution.IsPossible(kind))
        {
            throw new ArgumentException(
                $"{name}.{nameof(kind.Correlations)} belong to no distribution: the matrix of them is not positive definite. Make them smaller.");
        }
    }

    private static void CheckCount(IReadOnlyList<double> numbers, int count, string name)
    {
        if (numbers.Count != count)
        {
            throw new ArgumentException($"{name} must have {count} numbers; there are {numbers.Count}.");
        }
    }
}
