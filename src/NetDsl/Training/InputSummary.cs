namespace NetDsl.Training;

/// <summary>One input of a network. A sample holds all of them, one after the other.</summary>
/// <param name="Name">Its name: the one given, or input_0.</param>
/// <param name="Shape">The extents of one sample, channels last.</param>
public sealed record InputSummary(string Name, IReadOnlyList<int> Shape)
{
    // An array: scripts cannot index the lists that the compiler makes of collection expressions.
    /// <summary>The extents of one sample, channels last.</summary>
    public IReadOnlyList<int> Shape { get; init; } = Shape.ToArray();

    /// <summary>The number of its values in one sample.</summary>
    public int Size { get; } = Shape.Aggregate(1, (a, b) => a * b);
}
