namespace NetDsl;

/// <summary>
/// The same values in another shape, in the order in which they are: the last dimension varies fastest. Input [any shape], output [target
/// shape] of as many values. It moves nothing where the memory allows it.
/// </summary>
/// <param name="targetShape">The extents without the batch, slowest-varying first; one of them can be -1: what is left for it.</param>
/// <example><code>[Reshape(8, 8, -1)]</code></example>
public sealed class ReshapeAttribute(params int[] targetShape) : LayerAttribute
{
    /// <summary>The extents, one of which can be -1.</summary>
    public int[] TargetShape { get; } = targetShape;
}
