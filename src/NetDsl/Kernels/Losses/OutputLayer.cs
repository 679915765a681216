using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetDsl.Kernels;

/// <summary>The end of a forward pass: the last activation, the answers, their losses and the gradient, row by row of outputs.</summary>
public static class OutputLayer
{
    /// <summary>Rows of a single output that are computed together.</summary>
    private const int Block = 64;

    /// <summary>
    /// Applies the last activation to the weighted sums and, as far as the mode asks, computes the losses and the gradient with respect to
    /// the weighted sums.
    /// </summary>
    /// <param name="activation">The last activation.</param>
    /// <param name="loss">The loss and its settings.</param>
    /// <param name="mode">How far to go.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The outputs of a row.</param>
    /// <param name="scale">What the gradient is multiplied by: one over the rows of the whole batch.</param>
    /// <param name="sums">The weighted sums; left as they are.</param>
    /// <param name="sumStride">Elements from one row of sums to the next.</param>
    /// <param name="outputs">Where the answers go.</param>
    /// <param name="outputStride">Elements from one row of answers to the next.</param>
    /// <param name="targets">What they should have been.</param>
    /// <param name="targetStride">Elements from one row of targets to the next.</param>
    /// <param name="delta">Where the gradient goes.</param>
    /// <param name="deltaStride">Elements from one row of the gradient to the next.</param>
    /// <param name="lossScale">What the loss of a row is multiplied by.</param>
    /// <param name="weights">The weights of the rows' samples, which multiply loss and gradient.</param>
    /// <param name="losses">Where the loss of each row is added; left alone where none was asked for.</param>
    /// <param name="lossStride">1 for a loss and a weight each, 0 to add them all up with one weight.</param>
    public static void Compute<T>(
        Activation activation,
        LossSettings loss,
        PassMode mode,
        int rows,
        int columns,
        T scale,
        ref T sums,
        int sumStride,
        ref T outputs,
        int outputStride,
        ref T targets,
        int targetStride,
        ref T delta,
        int deltaStride,
        double lossScale,
        ref T weights,
        ref double losses,
        int lossStride)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        bool areSamples = sumStride == 1 && deltaStride == 1 && outputStride == 1 && targetStride == 1 && lossStride == 1;
        if (columns == 1 && areSamples && activation is not (Activation.Softmax or Activation.LogSoftmax))
        {
            for (int row = 0; row < rows; row += Block)
            {
                int count = Math.Min(Block, rows - row);
                ComputeColumn(
                    activation,
                    loss,
                    mode,
                    scale,
                    MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref sums, row), count),
                    MemoryMarshal.CreateSpan(ref Unsafe.Add(ref outputs, row), count),
                    MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref targets, row), count),
                    MemoryMarshal.CreateSpan(ref Unsafe.Add(ref delta, row), count),
                    lossScale,
                    MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref weights, row), count),
                    MemoryMarshal.CreateSpan(ref Unsafe.Add(ref losses, row), mode == PassMode.Predict ? 0 : count));
            }

            return;
        }

        int targetColumns = loss.Loss == Loss.SparseCategoricalCrossentropy ? 1 : columns;
        for (nint row = 0; row < rows; row++)
        {
            T weight = mode == PassMode.Predict ? T.One : Unsafe.Add(ref weights, row * lossStride);
            double value = ComputeRow(
                activation,
                loss,
                mode,
                scale * weight,
                MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref sums, row * sumStride), columns),
                MemoryMarshal.CreateSpan(ref Unsafe.Add(ref outputs, row * outputStride), columns),
                MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref targets, row * targetStride), targetColumns),
                MemoryMarshal.CreateSpan(ref Unsafe.Add(ref delta, row * deltaStride), columns));
            if (mode != PassMode.Predict)
            {
                Unsafe.Add(ref losses, row * lossStride) += value * lossScale * double.CreateTruncating(weight);
            }
        }
    }

    /// <summary>Applies the last activation to one row of weighted sums.</summary>
    /// <param name="activation">The last activation.</param>
    /// <param name="columns">The outputs of the row.</param>
    /// <param name="sums">The weighted sums, in memory of which a whole vector can be read.</param>
    /// <param name="outputs">Where the answers go.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Predict<T>(Activation activation, int columns, ref T sums, ref T outputs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (activation == Activation.Softmax)
        {
            Softmax.Row(ref sums, ref outputs, columns, withLogarithm: false);
        }
        else if (activation == Activation.Sigmoid && columns == 1)
        {
            outputs = T.One / (T.One + T.Exp(-sums));
        }
        else
        {
            Activate(activation, MemoryMarshal.CreateReadOnlySpan(ref sums, columns), MemoryMarshal.CreateSpan(ref outputs, columns));
        }
    }

    private static double ComputeRow<T>(
        Activation activation, LossSettings loss, PassMode mode, T scale, ReadOnlySpan<T> z, Span<T> y, ReadOnlySpan<T> t, Span<T> delta)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T logSum = T.Zero;
        ref T sums = ref Unsafe.AsRef(in z[0]);
        switch (activation)
        {
            case Activation.Softmax:
                logSum = Softmax.Row(ref sums, ref y[0], z.Length, withLogarithm: mode != PassMode.Predict);
                break;
            case Activation.LogSoftmax:
                logSum = LogSoftmax.Row(ref sums, ref y[0], z.Length);
                break;
            default:
                Activate(activation, z, y);
                break;
        }

        if (mode == PassMode.Predict)
        {
            return 0;
        }

        Span<T> d = mode >= PassMode.Gradient ? delta : default;
        if (LossFunctions.IsOfSums(loss, activation))
        {
            if (activation != Activation.LogSoftmax)
            {
                return LossFunctions.ComputeFromSums(loss, z, y, t, d, scale, logSum);
            }

            TensorPrimitives.Exp(y, delta);
            return LossFunctions.ComputeFromSums(loss, z, delta, t, d, scale, logSum);
        }

        double value = LossFunctions.Compute(loss, y, t, d, scale);
        if (d.Length > 0)
        {
            ActivationGradients.Apply(activation, ref d[0], ref ActivationGradients.TakesSums(activation) ? ref sums : ref y[0], d.Length);
        }

        return value;
    }

    // One output a sample: the samples lie side by side, so vectors run along them. They are taken through a block that is filled up with
    // zeros to whole vectors: an elementwise function of fewer values than a vector holds is computed one by one, in other last bits, and then
    // the answers would depend on how the samples are shared among threads.
    [SkipLocalsInit]
    private static void ComputeColumn<T>(
        Activation activation,
        LossSettings loss,
        PassMode mode,
        T scale,
        ReadOnlySpan<T> z,
        Span<T> y,
        ReadOnlySpan<T> t,
        Span<T> d,
        double lossScale,
        ReadOnlySpan<T> weights,
        Span<double> losses)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Span<T> sums = stackalloc T[Block];
        Span<T> values = stackalloc T[Block];
        z.CopyTo(sums);
        sums[z.Length..].Clear();
        Activate(activation, sums, values);
        values[..z.Length].CopyTo(y);
        if (mode == PassMode.Predict)
        {
            return;
        }

        bool withGradient = mode >= PassMode.Gradient;
        bool isOfSums = LossFunctions.IsOfSums(loss, activation);
        if (isOfSums && loss.Loss == Loss.BinaryCrossentropy)
        {
            Span<T> targets = stackalloc T[Block];
            CopySmoothed(t, targets, loss.LabelSmoothing);
            targets[t.Length..].Clear();
            SumLosses.BinaryOfEach(sums, targets, values);
            for (int i = 0; i < losses.Length; i++)
            {
                losses[i] += double.CreateTruncating(values[i] * weights[i]) * lossScale;
            }

            if (withGradient)
            {
                TensorPrimitives.Subtract(y, targets[..t.Length], d);
                TensorPrimitives.Multiply(d, scale, d);
                TensorPrimitives.Multiply(d, weights, d);
            }

            return;
        }

        for (int i = 0; i < losses.Length; i++)
        {
            Span<T> slope = withGradient ? d.Slice(i, 1) : default;
            double value = isOfSums
                ? LossFunctions.ComputeFromSums(loss, z.Slice(i, 1), y.Slice(i, 1), t.Slice(i, 1), slope, scale * weights[i], T.Zero)
                : LossFunctions.Compute(loss, y.Slice(i, 1), t.Slice(i, 1), slope, scale * weights[i]);
            losses[i] += value * lossScale * double.CreateTruncating(weights[i]);
        }

        if (withGradient && !isOfSums)
        {
            ActivationGradients.Apply(activation, ref d[0], ref ActivationGradients.TakesSums(activation) ? ref sums[0] : ref y[0], d.Length);
        }
    }

    private static void CopySmoothed<T>(ReadOnlySpan<T> t, Span<T> targets, double smoothing)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        t.CopyTo(targets);
        for (int i = 0; smoothing != 0 && i < t.Length; i++)
        {
            targets[i] = ProbabilityLosses.Smooth(t[i], smoothing, 0.5);
        }
    }

    private static void Activate<T>(Activation activation, ReadOnlySpan<T> z, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Activations.Apply(activation, ActivationSettings.Of(activation), ref Unsafe.AsRef(in z[0]), ref y[0], z.Length);
}
