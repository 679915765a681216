using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetDsl.Kernels;

/// <summary>Goes over rows of values with noise, for as many values at a time as a vector has lanes for their random bits.</summary>
/// <typeparam name="T">float or double.</typeparam>
/// <typeparam name="TNoise">The noise.</typeparam>
/// <param name="random">The bits.</param>
/// <param name="noise">What is made of them.</param>
/// <param name="accumulate">Whether the result is added to what is there.</param>
internal readonly struct NoiseLoop<T, TNoise>(RandomBits random, TNoise noise, bool accumulate)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TNoise : struct, INoise
{
    // The longest vector has 16 lanes of 32 bits. Without vectors in hardware their emulation is slower than single values.
    private const int MostLanes = 16;

    private static int Lanes => Vector.IsHardwareAccelerated ? Vector<uint>.Count : int.MaxValue;

    /// <summary>Changes all rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(ref T source, ref T destination, in NoiseRows rows)
    {
        if (rows.PlaceStride == 0 && rows.Rows > 1)
        {
            this.RunShared(ref source, ref destination, rows);
            return;
        }

        int first = this.RunShort(ref source, ref destination, rows);
        for (int row = first; row < rows.Rows; row++)
        {
            ref T from = ref Unsafe.Add(ref source, (nint)row * rows.SourceStride);
            ref T to = ref Unsafe.Add(ref destination, (nint)row * rows.DestinationStride);
            uint place = (uint)rows.First + ((uint)row * (uint)rows.PlaceStride);
            int i = 0;
            for (; i <= rows.Stored - Lanes; i += Lanes)
            {
                this.Take(ref Unsafe.Add(ref from, i), ref Unsafe.Add(ref to, i), this.BitsFrom(place + (uint)i));
            }

            for (; i < rows.Count; i++)
            {
                this.Take(ref Unsafe.Add(ref from, i), ref Unsafe.Add(ref to, i), random.At(place + (uint)i));
            }
        }
    }

    /// <summary>Changes rows that share what is drawn, each of them under one vector of bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void RunShared(ref T source, ref T destination, in NoiseRows rows)
    {
        uint place = (uint)rows.First;
        int i = 0;
        for (; i <= rows.Stored - Lanes; i += Lanes)
        {
            Vector<uint> bits = this.BitsFrom(place + (uint)i);
            for (int row = 0; row < rows.Rows; row++)
            {
                this.Take(
                    ref Unsafe.Add(ref source, ((nint)row * rows.SourceStride) + i), ref Unsafe.Add(ref destination, ((nint)row * rows.DestinationStride) + i), bits);
            }
        }

        for (; i < rows.Count; i++)
        {
            uint bits = random.At(place + (uint)i);
            for (int row = 0; row < rows.Rows; row++)
            {
                this.Take(
                    ref Unsafe.Add(ref source, ((nint)row * rows.SourceStride) + i), ref Unsafe.Add(ref destination, ((nint)row * rows.DestinationStride) + i), bits);
            }
        }
    }

    /// <summary>Changes rows so short that several fill a vector, where they follow each other; returns how many it changed.</summary>
    private int RunShort(ref T source, ref T destination, in NoiseRows rows)
    {
        int stored = rows.Stored;
        if (stored >= Lanes || Lanes == int.MaxValue || Lanes % stored != 0 || rows.SourceStride != stored || rows.DestinationStride != stored)
        {
            return 0;
        }

        Span<uint> lanes = stackalloc uint[MostLanes];
        for (int lane = 0; lane < Lanes; lane++)
        {
            lanes[lane] = (uint)((lane / stored * rows.PlaceStride) + (lane % stored));
        }

        Vector<uint> places = Vector.Create<uint>(lanes[..Lanes]) + Vector.Create((uint)rows.First);
        int together = Lanes / stored;
        Vector<uint> step = Vector.Create((uint)(together * rows.PlaceStride));
        int row = 0;
        for (; row <= rows.Rows - together; row += together)
        {
            nint at = (nint)row * stored;
            this.Take(ref Unsafe.Add(ref source, at), ref Unsafe.Add(ref destination, at), random.At(places));
            places += step;
        }

        return row;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector<uint> BitsFrom(uint place) => random.At(Vector<uint>.Indices + Vector.Create(place));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Take(ref T from, ref T to, uint bits)
    {
        if (typeof(T) == typeof(float))
        {
            float result = noise.Of(Unsafe.As<T, float>(ref from), bits);
            ref float target = ref Unsafe.As<T, float>(ref to);
            target = accumulate ? target + result : result;
        }
        else
        {
            double result = noise.Of(Unsafe.As<T, double>(ref from), bits);
            ref double target = ref Unsafe.As<T, double>(ref to);
            target = accumulate ? target + result : result;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Take(ref T from, ref T to, Vector<uint> bits)
    {
        if (typeof(T) == typeof(float))
        {
            Vector<float> result = noise.Of(Vector.LoadUnsafe(ref Unsafe.As<T, float>(ref from)), bits);
            ref float target = ref Unsafe.As<T, float>(ref to);
            (accumulate ? Vector.LoadUnsafe(ref target) + result : result).StoreUnsafe(ref target);
        }
        else
        {
            ref double first = ref Unsafe.As<T, double>(ref from);
            ref double target = ref Unsafe.As<T, double>(ref to);
            (Vector<double> lower, Vector<double> upper) = noise.Of(
                Vector.LoadUnsafe(ref first), Vector.LoadUnsafe(ref first, (nuint)Vector<double>.Count), bits);
            ref double second = ref Unsafe.Add(ref target, Vector<double>.Count);
            (accumulate ? Vector.LoadUnsafe(ref target) + lower : lower).StoreUnsafe(ref target);
            (accumulate ? Vector.LoadUnsafe(ref second) + upper : upper).StoreUnsafe(ref second);
        }
    }
}
