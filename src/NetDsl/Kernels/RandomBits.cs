using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetDsl.Kernels;

/// <summary>
/// Random bits of a layer in a step, each from the place it is drawn for. It is a counter-based generator of 32 bits: the shifts and
/// multipliers of "triple32" (C. Wellons, hash-prospector, 2018), a bijective mixing function, with half of the key added before it and half
/// within it. A vector draws for as many places at once as it has lanes.
/// </summary>
internal readonly struct RandomBits
{
    private const uint Multiplier0 = 0xED5AD4BBu;
    private const uint Multiplier1 = 0xAC4C1B51u;
    private const uint Multiplier2 = 0x31848BABu;

    private readonly uint key0;
    private readonly uint key1;

    /// <param name="seed">The seed of the step.</param>
    /// <param name="stream">The layer.</param>
    public RandomBits(ulong seed, int stream)
    {
        ulong key = Mix(seed + ((ulong)(uint)stream * 0x9E3779B97F4A7C15UL));
        this.key0 = (uint)key;
        this.key1 = (uint)(key >> 32);
    }

    /// <summary>The bits of a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint At(uint place)
    {
        uint x = place + this.key0;
        x = (x ^ (x >> 17)) * Multiplier0;
        x = (x ^ (x >> 11)) * Multiplier1;
        x = (x ^ (x >> 15)) + this.key1;
        x = (x ^ (x >> 16)) * Multiplier2;
        return x ^ (x >> 14);
    }

    /// <summary>The bits of each place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<uint> At(Vector<uint> places)
    {
        Vector<uint> x = places + Vector.Create(this.key0);
        x = (x ^ (x >> 17)) * Vector.Create(Multiplier0);
        x = (x ^ (x >> 11)) * Vector.Create(Multiplier1);
        x = (x ^ (x >> 15)) + Vector.Create(this.key1);
        x = (x ^ (x >> 16)) * Vector.Create(Multiplier2);
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
