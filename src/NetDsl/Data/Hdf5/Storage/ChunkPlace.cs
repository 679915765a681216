namespace NetDsl.Data.Hdf5.Storage;

/// <summary>Where a chunk lies.</summary>
/// <param name="Address">Its first byte.</param>
/// <param name="Bytes">Its bytes there.</param>
/// <param name="Mask">The filters that it did not go through: a bit for each.</param>
internal readonly record struct ChunkPlace(long Address, long Bytes, uint Mask);
