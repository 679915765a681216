namespace NetDsl.Training;

/// <summary>One output of a network. An answer holds all of them, one after the other, and so does a target.</summary>
/// <param name="Name">The name of its layer.</param>
/// <param name="Loss">What training makes small.</param>
/// <param name="LossWeight">What that is multiplied by.</param>
/// <param name="Activation">The activation of its layer: it tells how the output is to be read (a probability, a class, a value).</param>
/// <param name="Shape">The extents of one answer.</param>
/// <param name="TargetShape">The extents of what one answer is compared with.</param>
public sealed record OutputSummary(
    string Name, Loss Loss, double LossWeight, Activation Activation, IReadOnlyList<int> Shape, IReadOnlyList<int> TargetShape)
{
    // An array: scripts cannot index the lists that the compiler makes of collection expressions.
    /// <summary>The extents of one answer.</summary>
    public IReadOnlyList<int> Shape { get; init; } = Shape.ToArray();

    /// <summary>The extents of what one answer is compared with.</summary>
    public IReadOnlyList<int> TargetShape { get; init; } = TargetShape.ToArray();

    /// <summary>The number of its values in one answer.</summary>
    public int Size { get; } = Shape.Aggregate(1, (a, b) => a * b);

    /// <summary>The number of its values in one target.</summary>
    public int TargetSize { get; } = TargetShape.Aggregate(1, (a, b) => a * b);
}
