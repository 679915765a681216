namespace NetDsl.Data.Hdf5;

/// <summary>A field of a compound type.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Offset">The place of its first byte in a row.</param>
/// <param name="Type">What it holds.</param>
public sealed record Hdf5Field(string Name, int Offset, Hdf5Type Type);
