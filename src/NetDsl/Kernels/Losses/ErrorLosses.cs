using System.Numerics;

namespace NetDsl.Kernels;

/// <summary>Losses of the difference between a value and its target. Definitions are Keras's.</summary>
internal static class ErrorLosses
{
    /// <summary>(y - t)^2.</summary>
    public readonly struct Squared : IValueLoss
    {
        public T Of<T>(T y, T t, out T slope)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            T error = y - t;
            slope = error + error;
            return error * error;
        }
    }

    /// <summary>|y - t|.</summary>
    public readonly struct Absolute : IValueLoss
    {
        public T Of<T>(T y, T t, out T slope)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            T error = y - t;
            slope = Sign(error);
            return T.Abs(error);
        }
    }

    /// <summary>(log(1 + y) - log(1 + t))^2, with nothing below Keras's epsilon.</summary>
    public readonly struct SquaredLogarithmic : IValueLoss
    {
        public T Of<T>(T y, T t, out T slope)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            T low = T.CreateTruncating(LossFunctions.Epsilon);
            T error = T.Log(T.Max(y, low) + T.One) - T.Log(T.Max(t, low) + T.One);
            slope = y < low ? T.Zero : (error + error) / (y + T.One);
            return error * error;
        }
    }

    /// <summary>100 |y - t| / |t|, with no smaller divisor than Keras's epsilon.</summary>
    public readonly struct AbsolutePercentage : IValueLoss
    {
        public T Of<T>(T y, T t, out T slope)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            T factor = T.CreateTruncating(100) / T.Max(T.Abs(t), T.CreateTruncating(LossFunctions.Epsilon));
            T error = y - t;
            slope = factor * Sign(error);
            return factor * T.Abs(error);
        }
    }

    /// <summary>e^2 / 2 for an error of up to delta, from there on the tangent: delta |e| - delta^2 / 2 (P. Huber 1964).</summary>
    /// <param name="delta">The error from which on the loss grows in proportion.</param>
    public readonly struct Huber(double delta) : IValueLoss
    {
        public T Of<T>(T y, T t, out T slope)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            T error = y - t;
            T bound = T.CreateTruncating(delta);
            T half = T.CreateTruncating(0.5);
            bool isSmall = T.Abs(error) <= bound;
            slope = isSmall ? error : bound * Sign(error);
            return isSmall ? half * error * error : bound * (T.Abs(error) - (half * bound));
        }
    }

    /// <summary>log cosh e = |e| + log(1 + exp(-2 |e|)) - log 2, which does not overflow, with the derivative tanh e.</summary>
    public readonly struct LogCosh : IValueLoss
    {
        private const double Log2 = 0.693147180559945309;

        public T Of<T>(T y, T t, out T slope)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            T error = y - t;
            T size = T.Abs(error);
            slope = T.Tanh(error);
            return size + T.Log(T.One + T.Exp(-(size + size))) - T.CreateTruncating(Log2);
        }
    }

    /// <summary>y - t log(y + epsilon): that of counts with the mean y, but for a term of the target alone.</summary>
    public readonly struct Poisson : IValueLoss
    {
        public T Of<T>(T y, T t, out T slope)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            T rate = y + T.CreateTruncating(LossFunctions.Epsilon);
            slope = T.One - (t / rate);
            return y - (t * T.Log(rate));
        }
    }

    private static T Sign<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => x > T.Zero ? T.One : x < T.Zero ? -T.One : x;
}
