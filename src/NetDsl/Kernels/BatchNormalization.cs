using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetDsl.Kernels;

/// <summary>
/// What normalisation by channels does once for a batch: statistics and gradients over all samples, and the coefficients that each value is then
/// computed with (Ioffe and Szegedy 2015, algorithm 1). The mean comes first and then the squares of the differences from it, and parts of a batch are
/// joined by the differences of their means, so that a mean that is large against the deviation costs no digits of the variance (Chan, Golub and
/// LeVeque 1983, equations 1.1 and 2.1). Sums go over the samples in their order, whoever computes them.
/// </summary>
public static class BatchNormalization
{
    /// <summary>The rows of coefficients: six values for each channel, each row as long as the channels are stored.</summary>
    public const int CoefficientRows = 6;

    /// <summary>The columns of a piece of the work over all samples.</summary>
    public const int PieceColumns = 64;

    private const int Mean = 0;
    private const int Scale = 1;
    private const int Shift = 2;
    private const int InverseDeviation = 3;

    // On the way back: dx = scale dy + slope (x - mean) + constant.
    private const int Slope = 4;
    private const int Constant = 5;

    /// <summary>
    /// Samples that are summed by themselves before their sum is added to the others': the rounding of a sum grows with its terms, and so with both
    /// numbers instead of their product.
    /// </summary>
    private const int SamplesOfPart = 64;

    /// <summary>Coefficients from statistics that were taken before: scale = gamma / sqrt(variance + epsilon).</summary>
    /// <param name="mean">The mean of each channel.</param>
    /// <param name="variance">The variance of each channel.</param>
    /// <param name="gamma">What each channel is multiplied by afterwards; a null reference for nothing.</param>
    /// <param name="beta">What is added to each channel afterwards; a null reference for nothing.</param>
    /// <param name="channels">The channels.</param>
    /// <param name="stored">The channels as they are stored.</param>
    /// <param name="epsilon">What is added to the variance.</param>
    /// <param name="coefficients">Where the rows of coefficients go.</param>
    public static void FromMovingStatistics<T>(
        ref T mean, ref T variance, ref T gamma, ref T beta, int channels, int stored, T epsilon, ref T coefficients)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int column = 0; column < stored; column += Vector<T>.Count)
        {
            Vector<T> inverse = Vector<T>.One / Vector.SquareRoot(Vector.LoadUnsafe(ref variance, (nuint)column) + new Vector<T>(epsilon));
            Finish(Vector.LoadUnsafe(ref mean, (nuint)column), inverse, ref gamma, ref beta, column, channels, stored, ref coefficients);
        }
    }

    /// <summary>Coefficients of a normalisation of the samples: scale = 1 / max(sqrt(variance), epsilon).</summary>
    /// <param name="mean">The mean of each channel.</param>
    /// <param name="variance">The variance of each channel.</param>
    /// <param name="channels">The channels.</param>
    /// <param name="stored">The channels as they are stored.</param>
    /// <param name="epsilon">The smallest deviation that is divided by.</param>
    /// <param name="coefficients">Where the rows of coefficients go.</param>
    public static void FromDataStatistics<T>(ref T mean, ref T variance, int channels, int stored, T epsilon, ref T coefficients)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int column = 0; column < stored; column += Vector<T>.Count)
        {
            Vector<T> deviation = Vector.SquareRoot(Vector.LoadUnsafe(ref variance, (nuint)column));
            Finish(
                Vector.LoadUnsafe(ref mean, (nuint)column),
                Vector<T>.One / Vector.Max(deviation, new Vector<T>(epsilon)),
                ref Unsafe.NullRef<T>(),
                ref Unsafe.NullRef<T>(),
                column,
                channels,
                stored,
                ref coefficients);
        }
    }

    /// <summary>
    /// What the layer before a normalisation multiplies its sums by and then adds to them: in a pass for prediction the whole normalisation, which then
    /// has nothing left to do, in one for training 1 and 0.
    /// </summary>
    /// <param name="coefficients">The rows of coefficients.</param>
    /// <param name="stored">The channels as they are stored.</param>
    /// <param name="isTraining">Whether the pass was made for training.</param>
    /// <param name="fused">Where the factors and, after as many as are stored, the terms go.</param>
    public static void Fuse<T>(ref T coefficients, int stored, bool isTraining, ref T fused)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int column = 0; column < stored; column += Vector<T>.Count)
        {
            Vector<T> scale = Load(ref coefficients, Scale, column, stored);
            Vector<T> shift = Load(ref coefficients, Shift, column, stored) - (Load(ref coefficients, Mean, column, stored) * scale);
            Store(isTraining ? Vector<T>.One : scale, ref fused, column, stored, stored);
            Store(isTraining ? Vector<T>.Zero : shift, ref Unsafe.Add(ref fused, stored), column, stored, stored);
        }
    }

    /// <summary>
    /// Coefficients from the batch at hand, with the variance divided by the number of values, and the step of the moving statistics towards them.
    /// Keras moves its variance towards the same biased one (keras/src/layers/normalization/batch_normalization.py), PyTorch towards the unbiased.
    /// </summary>
    /// <param name="means">The means of the first sample's channels, or the values themselves where it has one of each.</param>
    /// <param name="sampleStride">Elements from one sample to the next.</param>
    /// <param name="squares">The first sample's sums of squared differences from its means; a null reference where it has one value of each channel.</param>
    /// <param name="samples">The samples.</param>
    /// <param name="places">The values that a sample has of each channel.</param>
    /// <param name="begin">The first column to compute.</param>
    /// <param name="end">One past the last column to compute.</param>
    /// <param name="channels">The channels.</param>
    /// <param name="stored">The channels as they are stored.</param>
    /// <param name="gamma">What each channel is multiplied by afterwards; a null reference for nothing.</param>
    /// <param name="beta">What is added to each channel afterwards; a null reference for nothing.</param>
    /// <param name="epsilon">What is added to the variance.</param>
    /// <param name="momentum">The part that the moving statistics keep of what they were.</param>
    /// <param name="movingMean">The mean that prediction will use.</param>
    /// <param name="movingVariance">The variance that prediction will use.</param>
    /// <param name="coefficients">Where the rows of coefficients go.</param>
    public static void FromBatch<T>(
        ref T means,
        nint sampleStride,
        ref T squares,
        int samples,
        int places,
        int begin,
        int end,
        int channels,
        int stored,
        ref T gamma,
        ref T beta,
        T epsilon,
        T momentum,
        ref T movingMean,
        ref T movingVariance,
        ref T coefficients)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector<T> count = new(T.CreateTruncating((long)samples * places));
        for (int column = begin; column < end; column += Vector<T>.Count)
        {
            Vector<T> mean = Sum(ref Unsafe.Add(ref means, column), sampleStride, samples) / new Vector<T>(T.CreateTruncating(samples));
            Vector<T> square = SumOfSquares(ref Unsafe.Add(ref means, column), mean, sampleStride, samples) * new Vector<T>(T.CreateTruncating(places));
            if (!Unsafe.IsNullRef(ref squares))
            {
                square += Sum(ref Unsafe.Add(ref squares, column), sampleStride, samples);
            }

            Vector<T> variance = square / count;
            Move(ref movingMean, mean, momentum, column, channels);
            Move(ref movingVariance, variance, momentum, column, channels);
            Vector<T> inverse = Vector<T>.One / Vector.SquareRoot(variance + new Vector<T>(epsilon));
            Finish(mean, inverse, ref gamma, ref beta, column, channels, stored, ref coefficients);
        }
    }

    /// <summary>
    /// The gradients of gamma and beta, and the coefficients of the way back: with statistics from the batch each value had a part in them
    /// (Ioffe and Szegedy 2015, section 3).
    /// </summary>
    /// <param name="deltas">The gradient of the first sample's output, summed over its places.</param>
    /// <param name="deltaStride">Elements from one sample's to the next.</param>
    /// <param name="products">
    /// The first sample's sums of that gradient times the difference of its input from the mean; where <paramref name="ofValues"/>, its input itself.
    /// </param>
    /// <param name="productStride">Elements from one sample's to the next.</param>
    /// <param name="ofValues">Whether a sample has one value of each channel, and the products are still to be made.</param>
    /// <param name="samples">The samples.</param>
    /// <param name="places">The values that a sample has of each channel.</param>
    /// <param name="usesBatch">Whether the statistics are those of the batch.</param>
    /// <param name="begin">The first column to compute.</param>
    /// <param name="end">One past the last column to compute.</param>
    /// <param name="channels">The channels.</param>
    /// <param name="stored">The channels as they are stored.</param>
    /// <param name="gammaGradient">Where the gradient of gamma goes; a null reference where there is none.</param>
    /// <param name="betaGradient">Where the gradient of beta goes; a null reference where there is none.</param>
    /// <param name="coefficients">The rows of coefficients.</param>
    public static void Gradients<T>(
        ref T deltas,
        nint deltaStride,
        ref T products,
        nint productStride,
        bool ofValues,
        int samples,
        int places,
        bool usesBatch,
        int begin,
        int end,
        int channels,
        int stored,
        ref T gammaGradient,
        ref T betaGradient,
        ref T coefficients)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector<T> count = new(T.CreateTruncating((long)samples * places));
        for (int column = begin; column < end; column += Vector<T>.Count)
        {
            ref T delta = ref Unsafe.Add(ref deltas, column);
            ref T product = ref Unsafe.Add(ref products, column);
            Vector<T> inverse = Load(ref coefficients, InverseDeviation, column, stored);
            Vector<T> scale = Load(ref coefficients, Scale, column, stored);
            Vector<T> beta = Sum(ref delta, deltaStride, samples);
            Vector<T> gamma = inverse * (ofValues
                ? SumOfProducts(ref delta, deltaStride, ref product, productStride, Load(ref coefficients, Mean, column, stored), samples)
                : Sum(ref product, productStride, samples));
            StoreRow(usesBatch ? -(scale * inverse * gamma / count) : Vector<T>.Zero, ref coefficients, Slope, column, channels, stored);
            StoreRow(usesBatch ? -(scale * beta / count) : Vector<T>.Zero, ref coefficients, Constant, column, channels, stored);
            if (!Unsafe.IsNullRef(ref gammaGradient))
            {
                Store(gamma, ref gammaGradient, column, channels, channels);
            }

            if (!Unsafe.IsNullRef(ref betaGradient))
            {
                Store(beta, ref betaGradient, column, channels, channels);
            }
        }
    }

    private static void Finish<T>(
        Vector<T> mean, Vector<T> inverse, ref T gamma, ref T beta, int column, int channels, int stored, ref T coefficients)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector<T> scale = Unsafe.IsNullRef(ref gamma) ? inverse : inverse * Vector.LoadUnsafe(ref gamma, (nuint)column);
        Vector<T> shift = Unsafe.IsNullRef(ref beta) ? Vector<T>.Zero : Vector.LoadUnsafe(ref beta, (nuint)column);
        StoreRow(mean, ref coefficients, Mean, column, channels, stored);
        StoreRow(scale, ref coefficients, Scale, column, channels, stored);
        StoreRow(shift, ref coefficients, Shift, column, channels, stored);
        StoreRow(inverse, ref coefficients, InverseDeviation, column, channels, stored);
        StoreRow(Vector<T>.Zero, ref coefficients, Slope, column, channels, stored);
        StoreRow(Vector<T>.Zero, ref coefficients, Constant, column, channels, stored);
    }

    private static void Move<T>(ref T moving, Vector<T> towards, T momentum, int column, int channels)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector<T> moved = (Vector.LoadUnsafe(ref moving, (nuint)column) * new Vector<T>(momentum)) + (towards * new Vector<T>(T.One - momentum));
        Store(moved, ref moving, column, channels, channels);
    }

    private static Vector<T> Sum<T>(ref T rows, nint stride, int samples)
        where T : unmanaged
    {
        Vector<T> sum = Vector<T>.Zero;
        for (int first = 0; first < samples; first += SamplesOfPart)
        {
            Vector<T> part = Vector<T>.Zero;
            for (int sample = first; sample < Math.Min(first + SamplesOfPart, samples); sample++)
            {
                part += Vector.LoadUnsafe(ref Unsafe.Add(ref rows, sample * stride));
            }

            sum += part;
        }

        return sum;
    }

    private static Vector<T> SumOfSquares<T>(ref T rows, Vector<T> mean, nint stride, int samples)
        where T : unmanaged
    {
        Vector<T> sum = Vector<T>.Zero;
        for (int first = 0; first < samples; first += SamplesOfPart)
        {
            Vector<T> part = Vector<T>.Zero;
            for (int sample = first; sample < Math.Min(first + SamplesOfPart, samples); sample++)
            {
                Vector<T> difference = Vector.LoadUnsafe(ref Unsafe.Add(ref rows, sample * stride)) - mean;
                part += difference * difference;
            }

            sum += part;
        }

        return sum;
    }

    private static Vector<T> SumOfProducts<T>(ref T deltas, nint deltaStride, ref T values, nint valueStride, Vector<T> mean, int samples)
        where T : unmanaged
    {
        Vector<T> sum = Vector<T>.Zero;
        for (int first = 0; first < samples; first += SamplesOfPart)
        {
            Vector<T> part = Vector<T>.Zero;
            for (int sample = first; sample < Math.Min(first + SamplesOfPart, samples); sample++)
            {
                Vector<T> difference = Vector.LoadUnsafe(ref Unsafe.Add(ref values, sample * valueStride)) - mean;
                part += Vector.LoadUnsafe(ref Unsafe.Add(ref deltas, sample * deltaStride)) * difference;
            }

            sum += part;
        }

        return sum;
    }

    private static Vector<T> Load<T>(ref T coefficients, int row, int column, int stored)
        where T : unmanaged => Vector.LoadUnsafe(ref coefficients, (nuint)((row * stored) + column));

    private static void StoreRow<T>(Vector<T> values, ref T coefficients, int row, int column, int channels, int stored)
        where T : unmanaged => Store(values, ref Unsafe.Add(ref coefficients, row * stored), column, channels, stored);

    /// <summary>Stores values up to the last channel and zeros after it; nothing beyond the end.</summary>
    private static void Store<T>(Vector<T> values, ref T row, int column, int channels, int end)
        where T : unmanaged
    {
        if (column + Vector<T>.Count <= channels)
        {
            values.StoreUnsafe(ref row, (nuint)column);
            return;
        }

        Span<T> lanes = stackalloc T[Vector<T>.Count];
        values.CopyTo(lanes);
        lanes[Math.Max(0, channels - column)..].Clear();
        lanes[..Math.Clamp(end - column, 0, lanes.Length)].CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref row, column), lanes.Length));
    }
}
