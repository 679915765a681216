using NetDsl.Data;

namespace NetDsl.Tests.Data.Simulators;

/// <summary>What holds of every simulator: the bits depend on the seed and the number of the sample alone.</summary>
internal static class SimulatedBits
{
    /// <summary>A hash (FNV-1a) of features and targets, so that a change of the simulation, or a machine that rounds otherwise, is seen.</summary>
    /// <param name="data">The samples.</param>
    public static ulong Hash(Dataset data)
    {
        ulong hash = 14695981039346656037;
        foreach (float value in data.AllFeatures)
        {
            hash = (hash ^ BitConverter.SingleToUInt32Bits(value)) * 1099511628211;
        }

        foreach (float value in data.AllTargets)
        {
            hash = (hash ^ BitConverter.SingleToUInt32Bits(value)) * 1099511628211;
        }

        return hash;
    }

    /// <summary>A longer series begins with the shorter one, and another seed gives another.</summary>
    /// <param name="simulate">Simulates so many samples of a seed.</param>
    public static void DependOnSeedAndSample(Func<int, ulong, Dataset> simulate)
    {
        Dataset whole = simulate(9, 7);
        Dataset part = simulate(4, 7);
        Assert.Equal(part.AllFeatures, whole.AllFeatures[..part.AllFeatures.Length]);
        Assert.Equal(part.AllTargets, whole.AllTargets[..part.AllTargets.Length]);
        Assert.NotEqual(SimulatedWith(simulate, 8), whole.AllFeatures.ToArray());

        static float[] SimulatedWith(Func<int, ulong, Dataset> simulate, ulong seed) => simulate(9, seed).AllFeatures.ToArray();
    }

    /// <summary>The largest distance between the distribution of some numbers and the uniform one from 0 to 1, times the root of their count.</summary>
    /// <remarks>Kolmogorov's statistic: above 1.95 in one of a thousand samples.</remarks>
    /// <param name="numbers">The numbers.</param>
    public static double DistanceFromUniform(IEnumerable<double> numbers)
    {
        double[] sorted = [.. numbers.Order()];
        double largest = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            largest = Math.Max(largest, Math.Max(((i + 1.0) / sorted.Length) - sorted[i], sorted[i] - ((double)i / sorted.Length)));
        }

        return largest * Math.Sqrt(sorted.Length);
    }
}
