namespace NetDsl.Evaluation;

/// <summary>One point of a <see cref="RocCurve"/>.</summary>
/// <param name="Threshold">A sample is kept where its score is at least this; infinity for the first point, which keeps none.</param>
/// <param name="TruePositiveRate">The share of the positive samples that is kept: the signal efficiency, or recall.</param>
/// <param name="FalsePositiveRate">The share of the negative samples that is kept: the background efficiency.</param>
public sealed record RocPoint(double Threshold, double TruePositiveRate, double FalsePositiveRate);
