namespace NetDsl.Data.Simulators;

/// <summary>
/// Reduces a square image by an even factor with the antialiased bilinear filter: each new pixel is the mean of the old ones around its
/// centre, weighted by a triangle that reaches as far as the centres of the neighbours; weights beyond the border are left out and the rest made
/// to sum to 1 (Heckbert, "Filtered image rescaling", Graphics Gems III, 1992; the filter BILINEAR of the Python Imaging Library).
/// </summary>
internal sealed class BilinearReduction
{
    private readonly int size;
    private readonly int reduced;
    private readonly int factor;
    private readonly float[] weights;
    private readonly float[] rows;

    /// <summary>Prepares the weights and the room for the half-reduced image.</summary>
    /// <param name="size">The edge of the image.</param>
    /// <param name="reduced">The edge of the reduced image; the other is an even multiple of it.</param>
    public BilinearReduction(int size, int reduced)
    {
        this.size = size;
        this.reduced = reduced;
        this.factor = size / reduced;
        this.weights = new float[2 * this.factor];
        for (int tap = 0; tap < this.weights.Length; tap++)
        {
            this.weights[tap] = 1 - (MathF.Abs(tap + 0.5f - this.factor) / this.factor);
        }

        this.rows = new float[reduced * size];
    }

    /// <summary>Reduces an image.</summary>
    /// <param name="image">[size, size].</param>
    /// <param name="result">[reduced, reduced].</param>
    public void Apply(ReadOnlySpan<byte> image, Span<float> result)
    {
        // Down the columns first: there the inner loop runs along memory.
        for (int y = 0; y < this.reduced; y++)
        {
            (int first, int begin, int end, float scale) = this.Taps(y);
            Span<float> row = this.rows.AsSpan(y * this.size, this.size);
            row.Clear();
            for (int tap = begin; tap < end; tap++)
            {
                float weight = this.weights[tap] * scale;
                ReadOnlySpan<byte> source = image.Slice((first + tap) * this.size, this.size);
                for (int x = 0; x < row.Length; x++)
                {
                    row[x] += weight * source[x];
                }
            }
        }

        for (int x = 0; x < this.reduced; x++)
        {
            (int first, int begin, int end, float scale) = this.Taps(x);
            for (int y = 0; y < this.reduced; y++)
            {
                float sum = 0;
                for (int tap = begin; tap < end; tap++)
                {
                    sum += this.weights[tap] * this.rows[(y * this.size) + first + tap];
                }

                result[(y * this.reduced) + x] = sum * scale;
            }
        }
    }

    /// <summary>The old pixel of tap 0, the taps that lie in the image, and what makes their weights sum to 1.</summary>
    private (int First, int Begin, int End, float Scale) Taps(int place)
    {
        int first = ((2 * place) + 1) * this.factor / 2 - this.factor;
        int begin = Math.Max(0, -first);
        int end = Math.Min(this.weights.Length, this.size - first);
        float sum = 0;
        for (int tap = begin; tap < end; tap++)
        {
            sum += this.weights[tap];
        }

        return (first, begin, end, 1 / sum);
    }
}
