using System.Numerics;

namespace NetDsl.Kernels;

/// <summary>A loss that is a sum, or a mean, over the values of a row, each by itself.</summary>
internal interface IValueLoss
{
    /// <summary>The loss of one value.</summary>
    /// <param name="y">The answer, or the weighted sum that it is made of.</param>
    /// <param name="t">What it should have been.</param>
    /// <param name="slope">The derivative with respect to y.</param>
    T Of<T>(T y, T t, out T slope)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}
