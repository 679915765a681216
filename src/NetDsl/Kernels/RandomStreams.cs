namespace NetDsl.Kernels;

/// <summary>
/// The first stream of each purpose, so that one seed can serve them all and no two draw the same numbers. Each has 2^56 streams: add the
/// number of the epoch, image or parameter.
/// </summary>
public static class RandomStreams
{
    /// <summary>The initial values of a network; one stream for each parameter.</summary>
    public const ulong Initialization = 1UL << 56;

    /// <summary>The units a dropout layer leaves out.</summary>
    public const ulong Dropout = 2UL << 56;

    /// <summary>Which rows go to training, validation and test.</summary>
    public const ulong Split = 3UL << 56;

    /// <summary>The order of the rows in an epoch; one stream for each epoch.</summary>
    public const ulong Shuffle = 4UL << 56;

    /// <summary>Simulated events; one stream for each event.</summary>
    public const ulong Simulation = 5UL << 56;

    /// <summary>The orders of a feature's values; one stream for each feature and repetition.</summary>
    public const ulong Permutation = 6UL << 56;

    /// <summary>The samples that a saved network is tested with; one stream for each input.</summary>
    public const ulong SelfTest = 7UL << 56;

    /// <summary>Samples that stand for data where there are none.</summary>
    public const ulong Samples = 8UL << 56;

    /// <summary>The order of the rows within a window of an epoch; 2^28 windows for each of 2^28 epochs.</summary>
    public const ulong ShuffleWindow = 9UL << 56;

    /// <summary>How the samples of an epoch are changed to make more of them; one stream for each row.</summary>
    public const ulong Augmentation = 10UL << 56;

    /// <summary>The rows that a preparation looks at where it cannot hold all.</summary>
    public const ulong Preparation = 11UL << 56;

    /// <summary>The rows that are repeated or left out to balance classes; one stream for each class.</summary>
    public const ulong Balance = 12UL << 56;
}
