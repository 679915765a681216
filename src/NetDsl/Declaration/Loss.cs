namespace NetDsl;

/// <summary>
/// What training makes small: one number a sample, averaged over the batch, y being the outputs and t the targets. Names, definitions, defaults and
/// epsilons are Keras's. Means, sums and lengths go over the last dimension; the mean over any dimensions before it is the sample's loss.
/// </summary>
/// <remarks>
/// Losses of probabilities are computed from the weighted sums where the last activation is the one they are made for, so that they neither
/// overflow nor lose digits. After a <see cref="Activation.LogSoftmax"/> the losses of classes take the outputs as logarithms of probabilities.
/// </remarks>
public enum Loss
{
    /// <summary>mean of (y - t)^2.</summary>
    MeanSquaredError,

    /// <summary>mean of -t log y - (1 - t) log(1 - y), for outputs in (0, 1) as a sigmoid gives. Takes LabelSmoothing.</summary>
    BinaryCrossentropy,

    /// <summary>-sum over the classes of t log y, t being one-hot, for outputs as a softmax gives. Takes LabelSmoothing.</summary>
    CategoricalCrossentropy,

    /// <summary>
    /// <see cref="CategoricalCrossentropy"/> of targets that are the numbers of classes, counted from 0: one target where there are outputs for
    /// each class, so their shape is that of the outputs without the last extent, or (1) where that is the only one.
    /// </summary>
    SparseCategoricalCrossentropy,

    /// <summary>mean of |y - t|.</summary>
    MeanAbsoluteError,

    /// <summary>mean of (log(1 + y) - log(1 + t))^2, for values that are not negative.</summary>
    MeanSquaredLogarithmicError,

    /// <summary>mean of 100 |y - t| / |t|, for targets that are not 0.</summary>
    MeanAbsolutePercentageError,

    /// <summary>mean of e^2 / 2 for errors e = |y - t| of up to Delta, of Delta (e - Delta / 2) for larger ones. Takes Delta.</summary>
    Huber,

    /// <summary>mean of log cosh(y - t): half the squared error where it is small, the absolute error less log 2 where it is large.</summary>
    LogCosh,

    /// <summary>
    /// <see cref="BinaryCrossentropy"/> with each value's part multiplied by (1 - p)^Gamma, p being the probability given to the truth, so that
    /// training is about what is not yet known. Takes LabelSmoothing, Gamma, and Alpha with ApplyClassBalancing.
    /// </summary>
    BinaryFocalCrossentropy,

    /// <summary>-sum over the classes of Alpha (1 - y)^Gamma t log y. Takes LabelSmoothing, Alpha and Gamma.</summary>
    CategoricalFocalCrossentropy,

    /// <summary>mean of max(0, 1 - t y), for labels -1 and 1; a label 0 is taken as -1.</summary>
    Hinge,

    /// <summary>mean of max(0, 1 - t y)^2, for labels -1 and 1; a label 0 is taken as -1.</summary>
    SquaredHinge,

    /// <summary>max(0, 1 + the largest of (1 - t) y - sum of t y), t being one-hot.</summary>
    CategoricalHinge,

    /// <summary>
    /// mean of max(0, -t y), for labels -1 and 1; a label 0 is taken as -1. Its gradient is the rule of the perceptron: a wrong answer moves the
    /// weights by the input, a right one moves nothing.
    /// </summary>
    Perceptron,

    /// <summary>sum of t log(t / y), for targets and outputs that are shares of 1, as a softmax gives.</summary>
    KullbackLeiblerDivergence,

    /// <summary>mean of y - t log y, for counts t and rates y, which are positive: those of an Exponential or a Softplus.</summary>
    Poisson,

    /// <summary>-the cosine of the angle between y and t: -1 where they have the same direction.</summary>
    CosineSimilarity,
}
