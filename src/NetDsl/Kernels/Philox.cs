using System.Runtime.Intrinsics;

namespace NetDsl.Kernels;

/// <summary>
/// The counter-based generator Philox4x32-10 (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011,
/// section 4.3 and table 2): any block of the sequence is had from its number alone, so that neither the number of threads nor an
/// interruption changes what is drawn.
/// </summary>
public static class Philox
{
    private const int Rounds = 10;
    private const uint Multiplier0 = 0xD2511F53;
    private const uint Multiplier1 = 0xCD9E8D57;

    // The golden ratio and sqrt(3) - 1, the Weyl increments of the key.
    private const uint KeyIncrement0 = 0x9E3779B9;
    private const uint KeyIncrement1 = 0xBB67AE85;

    /// <summary>The four random words of one counter under one key.</summary>
    /// <param name="key">The key, its low word first.</param>
    /// <param name="counterLow">Words 0 and 1 of the counter, the low one first.</param>
    /// <param name="counterHigh">Words 2 and 3 of the counter, the low one first.</param>
    public static Vector128<uint> Block(ulong key, ulong counterLow, ulong counterHigh)
    {
        uint c0 = (uint)counterLow;
        uint c1 = (uint)(counterLow >> 32);
        uint c2 = (uint)counterHigh;
        uint c3 = (uint)(counterHigh >> 32);
        uint k0 = (uint)key;
        uint k1 = (uint)(key >> 32);
        for (int round = 0; round < Rounds; round++)
        {
            ulong product0 = (ulong)Multiplier0 * c0;
            ulong product1 = (ulong)Multiplier1 * c2;
            c0 = (uint)(product1 >> 32) ^ c1 ^ k0;
            c2 = (uint)(product0 >> 32) ^ c3 ^ k1;
            c1 = (uint)product1;
            c3 = (uint)product0;
            k0 += KeyIncrement0;
            k1 += KeyIncrement1;
        }

        return Vector128.Create(c0, c1, c2, c3);
    }
}
