using System.Numerics;

namespace NetDsl.Kernels;

/// <summary>
/// Changes values at random. What is drawn for a value depends only on the seed of the step, the layer and the value's place in the batch, so
/// the way back draws the same again instead of keeping it, and neither threads nor an interruption change it.
/// </summary>
public static class RandomNoise
{
    // SELU's constants (Klambauer et al., "Self-normalizing neural networks", NeurIPS 2017, section 2): its limit for large negative sums is
    // minus their product.
    private const double SeluAlpha = 1.6732632423543772;
    private const double SeluScale = 1.0507009873554805;

    /// <summary>Copies values and changes them on the way, where noise is on.</summary>
    /// <param name="source">The first value.</param>
    /// <param name="destination">Where it goes.</param>
    /// <param name="rows">Where the others are.</param>
    /// <param name="kind">What is done.</param>
    /// <param name="amount">The rate, in [0, 1), or the standard deviation of what is added.</param>
    /// <param name="enabled">Whether anything is done at all.</param>
    /// <param name="seed">The seed of the step.</param>
    /// <param name="stream">The layer.</param>
    /// <param name="isGradient">Whether the values are the gradient of what was changed, which a shift does not change.</param>
    /// <param name="accumulate">Whether the result is added to what is there.</param>
    public static void Apply<T>(
        ref T source,
        ref T destination,
        in NoiseRows rows,
        NoiseKind kind,
        double amount,
        bool enabled,
        ulong seed,
        int stream,
        bool isGradient,
        bool accumulate)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RandomBits random = new(seed, stream);
        if (!enabled || (isGradient && kind == NoiseKind.GaussianNoise))
        {
            Run(ref source, ref destination, rows, random, new LostValues(0, 1, 0, 0), accumulate);
            return;
        }

        // Bits below the threshold lose the value: P = rate to within 2^-32.
        uint threshold = (uint)Math.Min(amount * 4294967296.0, uint.MaxValue);
        switch (kind)
        {
            case NoiseKind.Dropout:
                Run(ref source, ref destination, rows, random, new LostValues(threshold, 1 / (1 - amount), 0, 0), accumulate);
                break;
            case NoiseKind.AlphaDropout:
                // Section 3 of the same paper: y = a x + b, with x the limit where a value is lost, has mean 0 and variance 1 if x has.
                const double Limit = -SeluAlpha * SeluScale;
                double a = 1 / Math.Sqrt((1 - amount) * (1 + (amount * Limit * Limit)));
                double b = isGradient ? 0 : -a * Limit * amount;
                double lost = isGradient ? 0 : (a * Limit) + b;
                Run(ref source, ref destination, rows, random, new LostValues(threshold, a, b, lost), accumulate);
                break;
            case NoiseKind.GaussianDropout:
                NormalFactors factors = new((float)Math.Sqrt(amount / (1 - amount)));
                Run(ref source, ref destination, rows, random, factors, accumulate);
                break;
            default:
                Run(ref source, ref destination, rows, random, new NormalSummands((float)amount), accumulate);
                break;
        }
    }

    private static void Run<T, TNoise>(ref T source, ref T destination, in NoiseRows rows, RandomBits random, TNoise noise, bool accumulate)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TNoise : struct, INoise
    {
        if (typeof(T) != typeof(float) && typeof(T) != typeof(double))
        {
            throw new NotSupportedException($"Noise is drawn for float and double, not for {typeof(T).Name}.");
        }

        new NoiseLoop<T, TNoise>(random, noise, accumulate).Run(ref source, ref destination, rows);
    }
}
