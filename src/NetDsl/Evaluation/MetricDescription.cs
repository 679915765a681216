namespace NetDsl.Evaluation;

/// <summary>What a metric is.</summary>
/// <param name="Metric">Its name.</param>
/// <param name="Description">One line.</param>
/// <param name="HigherIsBetter">Whether it is a score, and not an error.</param>
/// <param name="AppliesTo">The networks that have it.</param>
public sealed record MetricDescription(Metric Metric, string Description, bool HigherIsBetter, OutputKinds AppliesTo);
