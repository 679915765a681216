using NetDsl.Kernels;

namespace NetDsl.Data;

/// <summary>Mirrors a sample along its first two axes: Keras's RandomFlip.</summary>
/// <param name="mode">Along which axes.</param>
public sealed class RandomFlip(FlipMode mode = FlipMode.HorizontalAndVertical) : Augmentation
{
    /// <summary>Along which axes.</summary>
    public FlipMode Mode => mode;

    /// <inheritdoc/>
    public override void Check(IReadOnlyList<int> shape) => ImageExtents.Check(shape, nameof(RandomFlip), needsWidth: mode != FlipMode.Vertical);

    /// <inheritdoc/>
    public override void Apply(ReadOnlySpan<float> source, Span<float> destination, IReadOnlyList<int> shape, ref RandomStream random)
    {
        (int height, int width, int inner) = ImageExtents.Of(shape);
        bool upsideDown = mode != FlipMode.Horizontal && random.NextInt(2) == 1;
        bool mirrored = mode != FlipMode.Vertical && random.NextInt(2) == 1;
        for (int y = 0; y < height; y++)
        {
            ReadOnlySpan<float> from = source.Slice((upsideDown ? height - 1 - y : y) * width * inner, width * inner);
            Span<float> to = destination.Slice(y * width * inner, width * inner);
            if (!mirrored || inner == 1)
            {
                from.CopyTo(to);
                if (mirrored)
                {
                    to.Reverse();
                }

                continue;
            }

            for (int x = 0; x < width; x++)
            {
                from.Slice((width - 1 - x) * inner, inner).CopyTo(to[(x * inner)..]);
            }
        }
    }
}
