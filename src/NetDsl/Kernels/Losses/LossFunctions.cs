using System.Numerics;
using System.Numerics.Tensors;

namespace NetDsl.Kernels;

/// <summary>
/// The loss of one row of outputs and its gradient. Where no room for a gradient is given (an empty span) none is computed. Definitions
/// are Keras's.
/// </summary>
internal static class LossFunctions
{
    /// <summary>Keras's epsilon: what keeps logarithms and divisors from 0.</summary>
    public const double Epsilon = 1e-7;

    /// <summary>A loss from the answers, and its gradient with respect to them.</summary>
    public static double Compute<T>(LossSettings loss, ReadOnlySpan<T> y, ReadOnlySpan<T> t, Span<T> d, T scale)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => loss.Loss switch
        {
            Loss.MeanSquaredError => Mean(default(ErrorLosses.Squared), y, t, d, scale),
            Loss.MeanAbsoluteError => Mean(default(ErrorLosses.Absolute), y, t, d, scale),
            Loss.MeanSquaredLogarithmicError => Mean(default(ErrorLosses.SquaredLogarithmic), y, t, d, scale),
            Loss.MeanAbsolutePercentageError => Mean(default(ErrorLosses.AbsolutePercentage), y, t, d, scale),
            Loss.Huber => Mean(new ErrorLosses.Huber(loss.Delta), y, t, d, scale),
            Loss.LogCosh => Mean(default(ErrorLosses.LogCosh), y, t, d, scale),
            Loss.Poisson => Mean(default(ErrorLosses.Poisson), y, t, d, scale),
            Loss.BinaryCrossentropy => Mean(new ProbabilityLosses.Binary(loss.LabelSmoothing), y, t, d, scale),
            Loss.BinaryFocalCrossentropy => Mean(new ProbabilityLosses.BinaryFocal(loss), y, t, d, scale),
            Loss.CategoricalCrossentropy => Sum(new ProbabilityLosses.Categorical(loss.LabelSmoothing, y.Length), y, t, d, scale),
            Loss.CategoricalFocalCrossentropy => Sum(new ProbabilityLosses.CategoricalFocal(loss, y.Length), y, t, d, scale),
            Loss.SparseCategoricalCrossentropy => ProbabilityLosses.Sparse(y, ClassOf(t), d, scale),
            Loss.KullbackLeiblerDivergence => Sum(default(ProbabilityLosses.KullbackLeibler), y, t, d, scale),
            Loss.Hinge => Mean(default(MarginLosses.Hinge), y, t, d, scale),
            Loss.SquaredHinge => Mean(default(MarginLosses.SquaredHinge), y, t, d, scale),
            Loss.Perceptron => Mean(default(MarginLosses.Perceptron), y, t, d, scale),
            Loss.CategoricalHinge => MarginLosses.Categorical(y, t, d, scale),
            Loss.CosineSimilarity => CosineSimilarity(y, t, d, scale),
            _ => throw new ArgumentOutOfRangeException(nameof(loss), loss.Loss, "Unknown loss."),
        };

    /// <summary>Whether a loss is computed from the weighted sums of the last activation.</summary>
    public static bool IsOfSums(LossSettings loss, Activation activation) => (loss.Loss, activation) switch
    {
        (Loss.BinaryCrossentropy or Loss.BinaryFocalCrossentropy, Activation.Sigmoid) => true,
        (Loss.CategoricalCrossentropy or Loss.SparseCategoricalCrossentropy or Loss.CategoricalFocalCrossentropy or Loss.KullbackLeiblerDivergence,
            Activation.Softmax or Activation.LogSoftmax) => true,
        _ => false,
    };

    /// <summary>A loss from the weighted sums, and its gradient with respect to them.</summary>
    /// <param name="loss">One that <see cref="IsOfSums"/>.</param>
    /// <param name="z">The weighted sums.</param>
    /// <param name="p">The probabilities made of them.</param>
    /// <param name="t">The targets.</param>
    /// <param name="d">Room for the gradient; may be the memory of the probabilities.</param>
    /// <param name="scale">What the gradient is multiplied by.</param>
    /// <param name="logSum">log sum_j exp(z_j), where the probabilities are a softmax.</param>
    public static double ComputeFromSums<T>(
        LossSettings loss, ReadOnlySpan<T> z, ReadOnlySpan<T> p, ReadOnlySpan<T> t, Span<T> d, T scale, T logSum)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => loss.Loss switch
        {
            Loss.BinaryCrossentropy => SumLosses.Binary(z, p, t, d, scale, loss.LabelSmoothing),
            Loss.BinaryFocalCrossentropy => Mean(new SumLosses.BinaryFocal(loss), z, t, d, scale),
            Loss.CategoricalCrossentropy => SumLosses.Categorical(z, p, t, d, scale, logSum, loss.LabelSmoothing),
            Loss.SparseCategoricalCrossentropy => SumLosses.Sparse(z, p, ClassOf(t), d, scale, logSum),
            Loss.CategoricalFocalCrossentropy => SumLosses.CategoricalFocal(loss, z, t, d, scale, logSum),
            _ => SumLosses.KullbackLeibler(z, p, t, d, scale, logSum),
        };

    private static int ClassOf<T>(ReadOnlySpan<T> t)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => int.CreateTruncating(t[0]);

    private static double Mean<TLoss, T>(TLoss loss, ReadOnlySpan<T> y, ReadOnlySpan<T> t, Span<T> d, T scale)
        where TLoss : struct, IValueLoss
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Sum(loss, y, t, d, scale / T.CreateTruncating(y.Length)) / y.Length;

    private static double Sum<TLoss, T>(TLoss loss, ReadOnlySpan<T> y, ReadOnlySpan<T> t, Span<T> d, T scale)
        where TLoss : struct, IValueLoss
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            sum += double.CreateTruncating(loss.Of(y[i], t[i], out T slope));
            if (d.Length > 0)
            {
                d[i] = slope * scale;
            }
        }

        return sum;
    }

    /// <summary>
    /// -sum_i y_i t_i / (|y| |t|), no length taken as less than Keras's epsilon. With c the cosine the derivative is (c y_i / |y| - t_i / |t|) / |y|.
    /// </summary>
    private static double CosineSimilarity<T>(ReadOnlySpan<T> y, ReadOnlySpan<T> t, Span<T> d, T scale)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T low = T.CreateTruncating(Epsilon);
        T length = TensorPrimitives.Norm(y);
        bool isShort = length < low;
        length = T.Max(length, low);
        T targetLength = T.Max(TensorPrimitives.Norm(t), low);
        T cosine = TensorPrimitives.Dot(y, t) / (length * targetLength);
        T along = isShort ? T.Zero : cosine / length;
        for (int i = 0; i < d.Length; i++)
        {
            d[i] = ((along * y[i]) - (t[i] / targetLength)) / length * scale;
        }

        return -double.CreateTruncating(cosine);
    }
}
