using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace NetDsl.Kernels;

/// <summary>
/// Multiplies a gradient by the derivative of an activation. Most have a derivative that is simplest in terms of their own value, so that the
/// weighted sums need not be kept; the others take the sums.
/// </summary>
public static class ActivationGradients
{
    /// <summary>Multiplies a gradient in place.</summary>
    /// <param name="activation">Which; for Softmax and LogSoftmax the values are one row.</param>
    /// <param name="delta">The first value of the gradient.</param>
    /// <param name="values">The first value that the activation returned; of GELU and SiLU the first that it took.</param>
    /// <param name="count">The number of values.</param>
    public static void Apply<T>(Activation activation, ref T delta, ref T values, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        switch (activation)
        {
            case Activation.Linear:
                break;
            case Activation.Softmax:
                Softmax(MemoryMarshal.CreateSpan(ref delta, count), MemoryMarshal.CreateReadOnlySpan(ref values, count));
                break;
            case Activation.LogSoftmax:
                LogSoftmax.Derive(ref delta, ref values, count);
                break;
            default:
                Apply(activation, ActivationSettings.Of(activation), ref delta, ref values, ref delta, count, accumulate: false);
                break;
        }
    }

    /// <summary>Multiplies a gradient by the derivative of an activation of each value by itself.</summary>
    /// <param name="activation">Which; not Softmax and LogSoftmax.</param>
    /// <param name="settings">What it was given.</param>
    /// <param name="delta">The gradient with respect to the first value.</param>
    /// <param name="values">The first value that the activation returned; of GELU, SiLU and a ReLU with settings the first that it took.</param>
    /// <param name="destination">Where the gradient with respect to the first sum goes; may be any of the others.</param>
    /// <param name="count">The number of values.</param>
    /// <param name="accumulate">Whether it is added to what is there.</param>
    public static void Apply<T>(
        Activation activation, ActivationSettings settings, ref T delta, ref T values, ref T destination, int count, bool accumulate)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        switch (activation)
        {
            case Activation.Linear:
                LaneLoop.Derive(default(LinearFunction), ref delta, ref values, ref destination, count, accumulate);
                break;
            case Activation.Step or Activation.Sign:
                LaneLoop.Derive(default(StepFunction), ref delta, ref values, ref destination, count, accumulate);
                break;
            case Activation.Sigmoid:
                LaneLoop.Derive(default(SigmoidFunction), ref delta, ref values, ref destination, count, accumulate);
                break;
            case Activation.HardSigmoid:
                LaneLoop.Derive(default(HardSigmoidFunction), ref delta, ref values, ref destination, count, accumulate);
                break;
            case Activation.Tanh:
                LaneLoop.Derive(default(TanhFunction), ref delta, ref values, ref destination, count, accumulate);
                break;
            case Activation.ReLU when settings.IsPlain:
                LaneLoop.Derive(default(ReLUFunction), ref delta, ref values, ref destination, count, accumulate);
                break;
            case Activation.ReLU:
                CappedReLUFunction relu = new(settings.MaxValue, settings.NegativeSlope, settings.Threshold);
                LaneLoop.Derive(relu, ref delta, ref values, ref destination, count, accumulate);
                break;
            case Activation.ReLU6:
                LaneLoop.Derive(default(ReLU6Function), ref delta, ref values, ref destination, count, accumulate);
                break;
            case Activation.LeakyReLU:
                LaneLoop.Derive(new LeakyReLUFunction(settings.NegativeSlope), ref delta, ref values, ref destination, count, accumulate);
                break;
            case Activation.ELU:
                LaneLoop.Derive(new ELUFunction(settings.Alpha), ref delta, ref values, ref destination, count, accumulate);
                break;
            case Activation.SELU:
                LaneLoop.Derive(default(SELUFunction), ref delta, ref values, ref destination, count, accumulate);
                break;
            case Activation.GELU when settings.Approximate:
                LaneLoop.Derive(default(ApproximateGELUFunction), ref delta, ref values, ref destination, count, accumulate);
                break;
            case Activation.GELU:
                LaneLoop.Derive(default(GELUFunction), ref delta, ref values, ref destination, count, accumulate);
                break;
            case Activation.SiLU:
                LaneLoop.Derive(default(SiLUFunction), ref delta, ref values, ref destination, count, accumulate);
                break;
            case Activation.Softplus:
                LaneLoop.Derive(default(SoftplusFunction), ref delta, ref values, ref destination, count, accumulate);
                break;
            case Activation.Softsign:
                LaneLoop.Derive(default(SoftsignFunction), ref delta, ref values, ref destination, count, accumulate);
                break;
            case Activation.Exponential:
                LaneLoop.Derive(default(ExponentialFunction), ref delta, ref values, ref destination, count, accumulate);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(activation), activation, "Unknown activation, or none of each value by itself.");
        }
    }

    /// <summary>Whether the derivative takes the weighted sums, where an activation is the argument of a layer.</summary>
    internal static bool TakesSums(Activation activation) => activation is Activation.GELU or Activation.SiLU;

    // dx_i = y_i (dy_i - sum_j dy_j y_j).
    private static void Softmax<T>(Span<T> d, ReadOnlySpan<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TensorPrimitives.Subtract(d, TensorPrimitives.Dot(d, y), d);
        TensorPrimitives.Multiply(d, y, d);
    }
}
