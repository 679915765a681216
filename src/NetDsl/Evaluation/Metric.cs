namespace NetDsl.Evaluation;

/// <summary>
/// A single figure of how well a network does, by its name in Keras or scikit-learn. <see cref="Metrics"/> describes and evaluates them.
/// </summary>
public enum Metric
{
    /// <summary>The share of right decisions, of whichever kind the network takes: Keras's accuracy.</summary>
    Accuracy,

    /// <summary>The share of outputs on the right side of 0.5.</summary>
    BinaryAccuracy,

    /// <summary>The share of samples whose largest output is that of their class; targets may be one-hot or class numbers.</summary>
    CategoricalAccuracy,

    /// <summary>The share of samples whose class is among those of the <see cref="MetricOptions.TopK"/> largest outputs.</summary>
    TopKCategoricalAccuracy,

    /// <summary>Of the samples taken for a class, the share that is of it.</summary>
    Precision,

    /// <summary>Of the samples of a class, the share that is taken for it.</summary>
    Recall,

    /// <summary>The harmonic mean of precision and recall.</summary>
    F1Score,

    /// <summary>
    /// The weighted harmonic mean of precision and recall, recall counting <see cref="MetricOptions.Beta"/> times as much.
    /// </summary>
    FBetaScore,

    /// <summary>The area under the ROC curve; of several classes, of each against the rest.</summary>
    RocAuc,

    /// <summary>The area under the ROC curve, averaged over pairs of classes.</summary>
    RocAucOneVsOne,

    /// <summary>The area under the steps of the precision-recall curve; of several classes, of each against the rest.</summary>
    AveragePrecision,

    /// <summary>The share of the signal kept where <see cref="MetricOptions.BackgroundRejection"/> of the background is rejected.</summary>
    SignalEfficiency,

    /// <summary>The share of the background rejected where <see cref="MetricOptions.SignalEfficiency"/> of the signal is kept.</summary>
    BackgroundRejection,

    /// <summary>The largest significance of the signal at any cut on the output.</summary>
    Significance,

    /// <summary>The mean of minus the logarithm of the probability given to what happened.</summary>
    LogLoss,

    /// <summary>The mean squared distance of probabilities from what happened.</summary>
    BrierScore,

    /// <summary>The mean distance, over bins, of probabilities from how often they came true.</summary>
    ExpectedCalibrationError,

    /// <summary>The mean of |y - t|.</summary>
    MeanAbsoluteError,

    /// <summary>The mean of (y - t)^2.</summary>
    MeanSquaredError,

    /// <summary>The square root of the mean of (y - t)^2, averaged over the outputs.</summary>
    RootMeanSquaredError,

    /// <summary>1 - sum (y - t)^2 / sum (t - mean t)^2, averaged over the outputs.</summary>
    R2Score,

    /// <summary>1 - var(t - y) / var(t), averaged over the outputs.</summary>
    ExplainedVariance,
}
