using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace NetDsl.Kernels;

/// <summary>
/// Activations, for those that a tile does not apply to its sums itself. In single precision they are those of <see cref="LaneMath"/>:
/// TensorPrimitives goes through double precision, three times as long for tanh, which took a fifth of a prediction of five layers of 300
/// units.
/// </summary>
public static class Activations
{
    /// <summary>Applies an activation in place.</summary>
    /// <param name="activation">Which; for Softmax and LogSoftmax the values are one row.</param>
    /// <param name="values">The first value.</param>
    /// <param name="count">The number of values.</param>
    public static void Apply<T>(Activation activation, ref T values, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Apply(activation, ActivationSettings.Of(activation), ref values, ref values, count);

    /// <summary>Applies an activation.</summary>
    /// <param name="activation">Which; for Softmax and LogSoftmax the values are one row.</param>
    /// <param name="settings">What it was given.</param>
    /// <param name="source">The first weighted sum.</param>
    /// <param name="destination">Where the first value goes; may be the source.</param>
    /// <param name="count">The number of values.</param>
    public static void Apply<T>(Activation activation, ActivationSettings settings, ref T source, ref T destination, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        switch (activation)
        {
            case Activation.Linear:
                Span<T> copy = MemoryMarshal.CreateSpan(ref destination, count);
                MemoryMarshal.CreateReadOnlySpan(ref source, count).CopyTo(copy);
                break;
            case Activation.Sigmoid when typeof(T) != typeof(float):
                TensorPrimitives.Sigmoid(MemoryMarshal.CreateReadOnlySpan(ref source, count), MemoryMarshal.CreateSpan(ref destination, count));
                break;
            case Activation.Tanh when typeof(T) != typeof(float):
                TensorPrimitives.Tanh(MemoryMarshal.CreateReadOnlySpan(ref source, count), MemoryMarshal.CreateSpan(ref destination, count));
                break;
            case Activation.Exponential when typeof(T) != typeof(float):
                TensorPrimitives.Exp(MemoryMarshal.CreateReadOnlySpan(ref source, count), MemoryMarshal.CreateSpan(ref destination, count));
                break;
            case Activation.Softmax:
                Softmax.Row(ref source, ref destination, count, withLogarithm: false);
                break;
            case Activation.LogSoftmax:
                LogSoftmax.Row(ref source, ref destination, count);
                break;
            default:
                ElementwiseOf(activation, settings, ref source, ref destination, count);
                break;
        }
    }

    private static void ElementwiseOf<T>(Activation activation, ActivationSettings settings, ref T source, ref T destination, int count)
        where T : unmanaged
    {
        switch (activation)
        {
            case Activation.Step:
                LaneLoop.Apply(default(StepFunction), ref source, ref destination, count);
                break;
            case Activation.Sign:
                LaneLoop.Apply(default(SignFunction), ref source, ref destination, count);
                break;
            case Activation.Sigmoid:
                LaneLoop.Apply(default(SigmoidFunction), ref source, ref destination, count);
                break;
            case Activation.HardSigmoid:
                LaneLoop.Apply(default(HardSigmoidFunction), ref source, ref destination, count);
                break;
            case Activation.Tanh:
                LaneLoop.Apply(default(TanhFunction), ref source, ref destination, count);
                break;
            case Activation.ReLU when settings.IsPlain:
                LaneLoop.Apply(default(ReLUFunction), ref source, ref destination, count);
                break;
            case Activation.ReLU:
                LaneLoop.Apply(
                    new CappedReLUFunction(settings.MaxValue, settings.NegativeSlope, settings.Threshold), ref source, ref destination, count);
                break;
            case Activation.ReLU6:
                LaneLoop.Apply(default(ReLU6Function), ref source, ref destination, count);
                break;
            case Activation.LeakyReLU:
                LaneLoop.Apply(new LeakyReLUFunction(settings.NegativeSlope), ref source, ref destination, count);
                break;
            case Activation.ELU:
                LaneLoop.Apply(new ELUFunction(settings.Alpha), ref source, ref destination, count);
                break;
            case Activation.SELU:
                LaneLoop.Apply(default(SELUFunction), ref source, ref destination, count);
                break;
            case Activation.GELU when settings.Approximate:
                LaneLoop.Apply(default(ApproximateGELUFunction), ref source, ref destination, count);
                break;
            case Activation.GELU:
                LaneLoop.Apply(default(GELUFunction), ref source, ref destination, count);
                break;
            case Activation.SiLU:
                LaneLoop.Apply(default(SiLUFunction), ref source, ref destination, count);
                break;
            case Activation.Softplus:
                LaneLoop.Apply(default(SoftplusFunction), ref source, ref destination, count);
                break;
            case Activation.Softsign:
                LaneLoop.Apply(default(SoftsignFunction), ref source, ref destination, count);
                break;
            case Activation.Exponential:
                LaneLoop.Apply(default(ExponentialFunction), ref source, ref destination, count);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(activation), activation, "Unknown activation.");
        }
    }
}
