using NetDsl.Kernels;

namespace NetDsl.Data;

/// <summary>The order in which an epoch visits the rows.</summary>
public static class Shuffle
{
    /// <summary>Writes a random order of 0, 1, 2, ... without allocating; every order is equally likely.</summary>
    /// <param name="rows">Filled with each number below its length once.</param>
    /// <param name="seed">The same seed and epoch give the same order on every machine, whatever was drawn before.</param>
    /// <param name="epoch">From 0.</param>
    public static void Permutation(Span<int> rows, ulong seed, int epoch)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epoch);
        RandomStream random = new(seed, RandomStreams.Shuffle + (uint)epoch);
        Permutation(rows, ref random);
    }

    /// <summary>The shuffle of Fisher and Yates in Durstenfeld's form, built up from the front (Knuth, TAOCP 2, algorithm 3.4.2P).</summary>
    internal static void Permutation(Span<int> rows, ref RandomStream random)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            int other = random.NextInt(i + 1);
            rows[i] = rows[other];
            rows[other] = i;
        }
    }
}
