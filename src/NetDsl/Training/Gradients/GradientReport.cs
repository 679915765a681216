namespace NetDsl.Training;

/// <summary>What a check of gradients found.</summary>
/// <param name="Comparisons">All comparisons, parameter by parameter in the order of declaration, the samples first.</param>
public sealed record GradientReport(IReadOnlyList<GradientComparison> Comparisons)
{
    /// <summary>The first comparison that disagrees, or null.</summary>
    public GradientComparison? FirstDisagreement { get; } = Comparisons.FirstOrDefault(comparison => !comparison.Agrees);

    /// <summary>Whether all agree.</summary>
    public bool Agrees => this.FirstDisagreement is null;

    /// <summary>The verdict in a line.</summary>
    public override string ToString() => this.FirstDisagreement is { } wrong
        ? $"The gradient of '{wrong.Name}' is wrong. {wrong}."
        : $"All gradients agree with differences of the loss, in {this.Comparisons.Count} comparisons.";
}
