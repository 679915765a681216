using NetDsl.Kernels;

namespace NetDsl.Data;

/// <summary>Turns a sample in the plane of its first two axes by 0, 90, 180 or 270 degrees, each equally likely. The two must have the same extent.</summary>
public sealed class RandomRotation90 : Augmentation
{
    /// <inheritdoc/>
    public override void Check(IReadOnlyList<int> shape)
    {
        ImageExtents.Check(shape, nameof(RandomRotation90), needsWidth: true);
        if (shape[0] != shape[1])
        {
            throw new ArgumentException(
                $"{nameof(RandomRotation90)} needs samples as high as wide; these have ({string.Join(", ", shape)}).", nameof(shape));
        }
    }

    /// <inheritdoc/>
    public override void Apply(ReadOnlySpan<float> source, Span<float> destination, IReadOnlyList<int> shape, ref RandomStream random)
    {
        (int extent, _, int inner) = ImageExtents.Of(shape);
        int quarters = random.NextInt(4);
        int last = extent - 1;
        for (int y = 0; y < extent; y++)
        {
            for (int x = 0; x < extent; x++)
            {
                // Against the clock, as numpy.rot90 turns.
                int from = quarters switch
                {
                    0 => (y * extent) + x,
                    1 => (x * extent) + last - y,
                    2 => ((last - y) * extent) + last - x,
                    _ => ((last - x) * extent) + y,
                };
                int to = (y * extent) + x;
                if (inner == 1)
                {
                    destination[to] = source[from];
                }
                else
                {
                    source.Slice(from * inner, inner).CopyTo(destination[(to * inner)..]);
                }
            }
        }
    }
}
