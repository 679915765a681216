namespace NetDsl.Evaluation;

/// <summary>One point of a <see cref="PrecisionRecallCurve"/>.</summary>
/// <param name="Threshold">A sample is kept where its score is at least this; null for the last point, which keeps none.</param>
/// <param name="Precision">Of what is kept, the share that is positive.</param>
/// <param name="Recall">Of what is positive, the share that is kept.</param>
public sealed record PrecisionRecallPoint(double? Threshold, double Precision, double Recall);
