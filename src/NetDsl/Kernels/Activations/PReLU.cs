using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetDsl.Kernels;

/// <summary>A ReLU with slopes of its own: x where it is positive, otherwise a x (He et al. 2015, equation 1). The gradient at 0 is a's.</summary>
public static class PReLU
{
    /// <summary>destination = x or a x.</summary>
    /// <param name="source">The first x.</param>
    /// <param name="destination">Where the first value goes.</param>
    /// <param name="slopes">The first a.</param>
    /// <param name="count">The number of values.</param>
    /// <param name="sharesSlope">Whether there is one a for all of them.</param>
    public static void Apply<T>(ref T source, ref T destination, ref T slopes, int count, bool sharesSlope)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int i = 0;
        for (; i <= count - Vector<T>.Count; i += Vector<T>.Count)
        {
            Vector<T> x = Vector.LoadUnsafe(ref source, (nuint)i);
            Vector<T> slope = sharesSlope ? new Vector<T>(slopes) : Vector.LoadUnsafe(ref slopes, (nuint)i);
            Vector.ConditionalSelect(Vector.GreaterThan(x, Vector<T>.Zero), x, x * slope).StoreUnsafe(ref destination, (nuint)i);
        }

        for (; i < count; i++)
        {
            T x = Unsafe.Add(ref source, i);
            Unsafe.Add(ref destination, i) = x > T.Zero ? x : x * Unsafe.Add(ref slopes, sharesSlope ? 0 : i);
        }
    }

    /// <summary>destination = delta or a delta, or that added to what is there.</summary>
    /// <param name="delta">The gradient with respect to the first value.</param>
    /// <param name="source">The first x.</param>
    /// <param name="destination">Where the gradient with respect to the first x goes.</param>
    /// <param name="slopes">The first a.</param>
    /// <param name="count">The number of values.</param>
    /// <param name="sharesSlope">Whether there is one a for all of them.</param>
    /// <param name="accumulate">Whether it is added to what is there.</param>
    public static void Derive<T>(ref T delta, ref T source, ref T destination, ref T slopes, int count, bool sharesSlope, bool accumulate)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int i = 0;
        for (; i <= count - Vector<T>.Count; i += Vector<T>.Count)
        {
            Vector<T> d = Vector.LoadUnsafe(ref delta, (nuint)i);
            Vector<T> slope = sharesSlope ? new Vector<T>(slopes) : Vector.LoadUnsafe(ref slopes, (nuint)i);
            d = Vector.ConditionalSelect(Vector.GreaterThan(Vector.LoadUnsafe(ref source, (nuint)i), Vector<T>.Zero), d, d * slope);
            (accumulate ? Vector.LoadUnsafe(ref destination, (nuint)i) + d : d).StoreUnsafe(ref destination, (nuint)i);
        }

        for (; i < count; i++)
        {
            T d = Unsafe.Add(ref delta, i);
            d = Unsafe.Add(ref source, i) > T.Zero ? d : d * Unsafe.Add(ref slopes, sharesSlope ? 0 : i);
            ref T place = ref Unsafe.Add(ref destination, i);
            place = accumulate ? place + d : d;
        }
    }

    /// <summary>Adds x delta where x is not positive to the gradient of its a.</summary>
    /// <param name="delta">The gradient with respect to the first value.</param>
    /// <param name="source">The first x.</param>
    /// <param name="sums">The gradient of the first a.</param>
    /// <param name="count">The number of values.</param>
    /// <param name="sharesSlope">Whether there is one a for all of them.</param>
    public static void SumSlopes<T>(ref T delta, ref T source, ref T sums, int count, bool sharesSlope)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int i = 0;
        Vector<T> shared = Vector<T>.Zero;
        for (; i <= count - Vector<T>.Count; i += Vector<T>.Count)
        {
            Vector<T> x = Vector.LoadUnsafe(ref source, (nuint)i);
            Vector<T> part = Vector.ConditionalSelect(
                Vector.GreaterThan(x, Vector<T>.Zero), Vector<T>.Zero, x * Vector.LoadUnsafe(ref delta, (nuint)i));
            if (sharesSlope)
            {
                shared += part;
            }
            else
            {
                (Vector.LoadUnsafe(ref sums, (nuint)i) + part).StoreUnsafe(ref sums, (nuint)i);
            }
        }

        sums += sharesSlope ? Vector.Sum(shared) : T.Zero;
        for (; i < count; i++)
        {
            T x = Unsafe.Add(ref source, i);
            Unsafe.Add(ref sums, sharesSlope ? 0 : i) += x > T.Zero ? T.Zero : x * Unsafe.Add(ref delta, i);
        }
    }
}
