namespace NetDsl.Interchange;

/// <summary>A field of the records in an NPY file.</summary>
/// <param name="Name">What it is called; empty for bytes that only fill up.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Shape">The extents of the array in it; empty for one element.</param>
/// <param name="Offset">Where it begins in the record, in bytes.</param>
/// <param name="Size">The bytes of all its elements.</param>
internal sealed record NpyField(string Name, NpyType Type, IReadOnlyList<int> Shape, int Offset, int Size);
