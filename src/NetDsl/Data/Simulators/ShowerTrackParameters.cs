namespace NetDsl.Data.Simulators;

/// <summary>The constants of <see cref="ShowerTrack"/>; the defaults are those of the lecture's exercise.</summary>
public sealed record ShowerTrackParameters
{
    /// <summary>Particles that branch often into daughters, half of them invisible: the class "shower".</summary>
    public ParticleParameters Shower { get; init; } = new(0.3, 0.8, 100, 0.5);

    /// <summary>Particles that hardly ever branch: the class "track".</summary>
    public ParticleParameters Track { get; init; } = new(0.01, 0.6, 20, 0.01);

    /// <summary>The smallest energy a particle starts with.</summary>
    public double MinimumEnergy { get; init; } = 100;

    /// <summary>The largest energy a particle starts with.</summary>
    public double MaximumEnergy { get; init; } = 1100;

    /// <summary>The background of each pixel is a whole number drawn uniformly from 0 to this.</summary>
    public int MaximumBackground { get; init; } = 24;

    /// <summary>Refuses constants with which a particle would never stop or a pixel overflow.</summary>
    /// <exception cref="ArgumentException">A constant is out of its range.</exception>
    internal void Check()
    {
        CheckKind(this.Shower, nameof(this.Shower));
        CheckKind(this.Track, nameof(this.Track));
        Require(this.MinimumEnergy > 0, $"{nameof(this.MinimumEnergy)} must be above 0", this.MinimumEnergy);
        Require(
            this.MaximumEnergy >= this.MinimumEnergy && double.IsFinite(this.MaximumEnergy),
            $"{nameof(this.MaximumEnergy)} must be at least {nameof(this.MinimumEnergy)} and finite",
            this.MaximumEnergy);
        Require(
            this.MaximumBackground is >= 0 and <= byte.MaxValue, $"{nameof(this.MaximumBackground)} must be from 0 to 255", this.MaximumBackground);
    }

    private static void CheckKind(ParticleParameters kind, string name)
    {
        Require(IsShare(kind.BranchingProbability), $"{name}.{nameof(kind.BranchingProbability)} must be from 0 to 1", kind.BranchingProbability);
        Require(IsShare(kind.InvisibleProbability), $"{name}.{nameof(kind.InvisibleProbability)} must be from 0 to 1", kind.InvisibleProbability);
        Require(kind.Deposit is > 0 and <= 1, $"{name}.{nameof(kind.Deposit)} must be above 0 and at most 1", kind.Deposit);
        Require(
            kind.MaximumDaughterEnergy >= 0 && double.IsFinite(kind.MaximumDaughterEnergy),
            $"{name}.{nameof(kind.MaximumDaughterEnergy)} must be at least 0 and finite",
            kind.MaximumDaughterEnergy);
    }

    private static bool IsShare(double value) => value is >= 0 and <= 1;

    private static void Require(bool holds, string rule, double value)
    {
        if (!holds)
        {
            throw new ArgumentException(FormattableString.Invariant($"{rule}; it is {value}."));
        }
    }
}
