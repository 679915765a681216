namespace NetDsl.Data.Hdf5.Format;

/// <summary>A filter of chunks.</summary>
/// <param name="Id">Its registered number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Values">What it was told.</param>
internal sealed record Filter(int Id, string Name, uint[] Values);
