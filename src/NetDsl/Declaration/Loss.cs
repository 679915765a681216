namespace NetDsl;

/// <summary>What training makes small: one number a sample, averaged over the batch. Names and definitions are Keras's.</summary>
public enum Loss
{
    /// <summary>mean over the outputs of (y - t)^2.</summary>
    MeanSquaredError,

    /// <summary>mean over the outputs of -t log y - (1 - t) log(1 - y); computed from the weighted sums where the last activation is a sigmoid.</summary>
    BinaryCrossentropy,

    /// <summary>-sum over the classes of t log y, t being one-hot; computed from the weighted sums where the last activation is a softmax.</summary>
    CategoricalCrossentropy,
}
