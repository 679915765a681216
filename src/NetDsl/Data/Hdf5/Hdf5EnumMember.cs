namespace NetDsl.Data.Hdf5;

/// <summary>A named number of an enum type.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its number. Unsigned numbers of 8 bytes beyond the largest long wrap around.</param>
public sealed record Hdf5EnumMember(string Name, long Value);
