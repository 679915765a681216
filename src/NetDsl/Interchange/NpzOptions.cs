namespace NetDsl.Interchange;

/// <summary>Which arrays of an NPZ file are what in a data set.</summary>
public sealed record NpzOptions
{
    /// <summary>
    /// The array of the features, [rows, feature shape]; null for the one called features, x, data or images, in upper or lower case, or the only
    /// one.
    /// </summary>
    public string? Features { get; init; }

    /// <summary>
    /// The array of what is to be learnt, [rows, target shape]; null for the one called targets, target or y, if there is one and
    /// <see cref="Labels"/> names none. Text in it is labels, and so are whole numbers where the file has an array of text called classes.
    /// </summary>
    public string? Targets { get; init; }

    /// <summary>
    /// The array of the labels, [rows], numbers of classes from 0 or text; null for the one called labels or label, if there is one.
    /// </summary>
    public string? Labels { get; init; }

    /// <summary>
    /// The array of the weights of the rows, [rows]; null for the one called sample_weights, sample_weight, weights or w, if there is one.
    /// </summary>
    public string? SampleWeights { get; init; }

    /// <summary>The number of classes of labels; null for the largest label and one more.</summary>
    public int? Classes { get; init; }

    /// <summary>The names of the classes; null for those of the file's array classes, if it has one, the texts found, or numbers.</summary>
    public IReadOnlyList<string>? ClassNames { get; init; }

    /// <summary>
    /// The most bytes that packed arrays may unpack to together; null for four times the size of the file and 64 MiB. A few bytes can stand for
    /// gigabytes of zeros, so that a file from outside could fill the memory; who knows where a file comes from may allow more.
    /// </summary>
    public long? LargestUnpackedSize { get; init; }
}
