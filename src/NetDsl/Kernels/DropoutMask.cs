using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetDsl.Kernels;

/// <summary>
/// Loses values at random. Whether a value is lost depends only on the seed of the step, the layer and the value's place in the batch, so
/// the way back draws the same mask again instead of keeping it, and neither threads nor an interruption change it.
/// </summary>
public static class DropoutMask
{
    /// <summary>Copies values, losing each with the given probability and dividing the others by what is kept.</summary>
    /// <param name="source">The first value.</param>
    /// <param name="destination">Where it goes.</param>
    /// <param name="count">The number of values.</param>
    /// <param name="rate">The probability of losing a value, in [0, 1).</param>
    /// <param name="enabled">Whether anything is lost at all.</param>
    /// <param name="seed">The seed of the step.</param>
    /// <param name="stream">The layer.</param>
    /// <param name="first">The place of the first value among those of the layer.</param>
    /// <param name="accumulate">Whether the result is added to what is there.</param>
    public static void Apply<T>(
        ref T source, ref T destination, int count, double rate, bool enabled, ulong seed, int stream, nint first, bool accumulate)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // Bits below the threshold lose the value: P = rate to within 2^-32.
        uint threshold = enabled ? (uint)Math.Min(rate * 4294967296.0, uint.MaxValue) : 0;
        T scale = enabled ? T.One / T.CreateTruncating(1 - rate) : T.One;
        ulong key = Mix(seed + ((ulong)(uint)stream * 0x9E3779B97F4A7C15UL));
        for (int i = 0; i < count; i++)
        {
            ref T target = ref Unsafe.Add(ref destination, i);
            T kept = Bits((uint)key, (uint)(key >> 32), (uint)(first + i)) < threshold ? T.Zero : Unsafe.Add(ref source, i) * scale;
            target = accumulate ? target + kept : kept;
        }
    }

    // A counter-based generator of 32 bits: the shifts and multipliers of "triple32" (C. Wellons, hash-prospector, 2018), a bijective
    // mixing function, with half of the key added before it and half within it.
    private static uint Bits(uint key0, uint key1, uint counter)
    {
        uint x = counter + key0;
        x = (x ^ (x >> 17)) * 0xED5AD4BBu;
        x = (x ^ (x >> 11)) * 0xAC4C1B51u;
        x = (x ^ (x >> 15)) + key1;
        x = (x ^ (x >> 16)) * 0x31848BABu;
        return x ^ (x >> 14);
    }

    // The finaliser of SplitMix64 (Steele, Lea and Flood 2014).
    private static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
        return x ^ (x >> 31);
    }
}
