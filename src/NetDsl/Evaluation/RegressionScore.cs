namespace NetDsl.Evaluation;

/// <summary>How near outputs come to their targets.</summary>
/// <param name="MeanAbsoluteError">The mean of |y - t|.</param>
/// <param name="MeanSquaredError">The mean of (y - t)^2.</param>
/// <param name="RootMeanSquaredError">Its square root.</param>
/// <param name="R2">
/// 1 - sum (y - t)^2 / sum (t - mean t)^2: 1 is best, 0 is as good as the mean of the targets, and there is no lower bound.
/// </param>
/// <param name="ExplainedVariance">The same with the mean residual taken off: 1 - var(t - y) / var(t).</param>
/// <param name="MeanResidual">The mean of y - t: the bias.</param>
public sealed record RegressionScore(
    double MeanAbsoluteError,
    double MeanSquaredError,
    double RootMeanSquaredError,
    double R2,
    double ExplainedVariance,
    double MeanResidual);
