namespace NetDsl.Evaluation;

/// <summary>One bin of a <see cref="CalibrationCurve"/>.</summary>
/// <param name="MeanPredictedProbability">The mean of the probabilities that were given.</param>
/// <param name="FractionOfPositives">The share of the samples that are positive: the same where the probabilities are right.</param>
/// <param name="Weight">What the samples of the bin weigh: their number where no weights were given.</param>
public sealed record CalibrationPoint(double MeanPredictedProbability, double FractionOfPositives, double Weight);
