namespace NetDsl.Data.Hdf5;

/// <summary>How data are written to an HDF5 file.</summary>
public sealed record Hdf5WriteOptions
{
    /// <summary>The data set of the features.</summary>
    public string Features { get; init; } = "features";

    /// <summary>The data set of the targets, where there are any.</summary>
    public string Targets { get; init; } = "targets";

    /// <summary>The data set of the weights, where there are any.</summary>
    public string Weights { get; init; } = "weights";

    /// <summary>The data set of the groups, where there are any.</summary>
    public string Groups { get; init; } = "groups";

    /// <summary>The data set of the times, where there are any.</summary>
    public string Times { get; init; } = "times";

    /// <summary>The rows of a chunk, in all data sets, at least 1; null for about a megabyte of features. Rows are read and shuffled by chunks.</summary>
    public int? ChunkRows { get; init; }

    /// <summary>How hard the chunks are packed: from 1, fast, to 9, small; 0 for not at all, which is read and written fastest.</summary>
    public int Deflate { get; init; }

    /// <summary>See <see cref="Hdf5DatasetOptions.Shuffle"/>.</summary>
    public bool Shuffle { get; init; } = true;
}
