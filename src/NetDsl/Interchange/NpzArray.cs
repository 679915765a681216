namespace NetDsl.Interchange;

/// <summary>An array of an NPZ file, as its header describes it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Type">The type of its values by NumPy's letters, for example &lt;f4; of records their fields.</param>
/// <param name="Shape">The extents, the slowest first; empty for a single value.</param>
/// <param name="IsPacked">Whether it is packed (savez_compressed), so that its rows cannot be read alone.</param>
public sealed record NpzArray(string Name, string Type, IReadOnlyList<long> Shape, bool IsPacked);
