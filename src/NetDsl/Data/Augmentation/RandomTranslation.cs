using NetDsl.Kernels;

namespace NetDsl.Data;

/// <summary>
/// Shifts a sample along its first two axes by whole places, each shift up to a fraction of the extent equally likely: Keras's RandomTranslation, but that
/// values are moved and never mixed. A sample of shape (length, channels) is shifted along its length.
/// </summary>
public sealed class RandomTranslation : Augmentation
{
    /// <summary>By how much of the height a sample is shifted at most, up or down.</summary>
    /// <param name="heightFactor">From 0 to 1.</param>
    /// <param name="widthFactor">By how much of the width it is shifted at most, from 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A factor is outside its range.</exception>
    public RandomTranslation(double heightFactor, double widthFactor = 0)
    {
        this.HeightFactor = Fraction(heightFactor, nameof(heightFactor));
        this.WidthFactor = Fraction(widthFactor, nameof(widthFactor));
    }

    /// <summary>By how much of the height a sample is shifted at most.</summary>
    public double HeightFactor { get; }

    /// <summary>By how much of the width a sample is shifted at most.</summary>
    public double WidthFactor { get; }

    /// <summary>What comes in at the edge.</summary>
    public FillMode FillMode { get; init; } = FillMode.Reflect;

    /// <summary>The value that comes in by <see cref="FillMode.Constant"/>.</summary>
    public float FillValue { get; init; }

    /// <inheritdoc/>
    public override void Check(IReadOnlyList<int> shape) => ImageExtents.Check(shape, nameof(RandomTranslation), needsWidth: this.WidthFactor > 0);

    /// <inheritdoc/>
    public override void Apply(ReadOnlySpan<float> source, Span<float> destination, IReadOnlyList<int> shape, ref RandomStream random)
    {
        (int height, int width, int inner) = ImageExtents.Of(shape);
        int down = Draw(height, this.HeightFactor, ref random);
        int right = Draw(width, this.WidthFactor, ref random);
        for (int y = 0; y < height; y++)
        {
            int fromY = this.Place(y - down, height);
            Span<float> to = destination.Slice(y * width * inner, width * inner);
            if (fromY < 0)
            {
                to.Fill(this.FillValue);
            }
            else
            {
                this.ShiftLine(source.Slice(fromY * width * inner, width * inner), to, right, inner);
            }
        }
    }

    private static double Fraction(double factor, string name) => factor is >= 0 and <= 1
        ? factor
        : throw new ArgumentOutOfRangeException(name, factor, "A sample is shifted by a fraction of its extent, from 0 to 1.");

    private static int Draw(int extent, double factor, ref RandomStream random)
    {
        int most = (int)Math.Round(extent * factor, MidpointRounding.AwayFromZero);
        return random.NextInt((2 * most) + 1) - most;
    }

    /// <summary>What stays inside goes over as a whole, what comes in at the edge place by place.</summary>
    private void ShiftLine(ReadOnlySpan<float> from, Span<float> to, int right, int inner)
    {
        int width = from.Length / inner;
        int inside = width - Math.Abs(right);
        int first = Math.Max(right, 0);
        from.Slice(Math.Max(-right, 0) * inner, inside * inner).CopyTo(to[(first * inner)..]);
        for (int i = 0; i < width - inside; i++)
        {
            int x = i < first ? i : i + inside;
            int place = this.Place(x - right, width);
            Span<float> edge = to.Slice(x * inner, inner);
            if (place < 0)
            {
                edge.Fill(this.FillValue);
            }
            else
            {
                from.Slice(place * inner, inner).CopyTo(edge);
            }
        }
    }

    /// <summary>Where the value of a place comes from; negative for nowhere.</summary>
    private int Place(int place, int extent)
    {
        if ((uint)place < (uint)extent)
        {
            return place;
        }

        // No shift is longer than the extent, so that one mirror or one other side is enough.
        return this.FillMode switch
        {
            FillMode.Constant => -1,
            FillMode.Wrap => place < 0 ? place + extent : place - extent,
            FillMode.Nearest => place < 0 ? 0 : extent - 1,
            _ => place < 0 ? -1 - place : (2 * extent) - 1 - place,
        };
    }
}
