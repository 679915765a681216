namespace NetDsl.Data.Hdf5.Storage;

/// <summary>Takes the elements of a block, which come in runs: elements that follow each other in the file and in what is made of them.</summary>
internal interface IRuns
{
    /// <summary>Where a run may be put as it is in the file; empty where it must go through <see cref="Take"/>.</summary>
    /// <param name="first">The number of its first element within the block that is read.</param>
    /// <param name="count">Its elements.</param>
    Span<byte> Place(long first, int count);

    /// <summary>Takes a run.</summary>
    /// <param name="bytes">Its elements as they are in the file.</param>
    /// <param name="first">The number of its first element within the block that is read.</param>
    void Take(ReadOnlySpan<byte> bytes, long first);
}
