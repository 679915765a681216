using System.Numerics;
using NetDsl.Kernels;

namespace NetDsl.Tests.Kernels;

public sealed class NormalLanesTests
{
    // Both ends of the range, the bounds between the approximations, and many in between.
    private static IEnumerable<uint> SomeBits =>
        Enumerable.Range(0, 5000).Select(i => (uint)i)
            .Concat(Enumerable.Range(0, 5000).Select(i => 0x7FFFFFFFu - (uint)i))
            .Concat(Enumerable.Range(0, 1 << 17).Select(i => (uint)i << 15))
            .Concat(Enumerable.Range(0, 1 << 17).Select(i => ((uint)i * 64) + 7));

    [Fact]
    public void A_number_is_the_quantile_of_its_bits()
    {
        double worst = 0;
        foreach (uint bits in SomeBits)
        {
            double quantile = NormalDistribution.Quantile(((bits & 0x7FFFFFFF) + 0.5) / 4294967296.0);
            worst = Math.Max(worst, Math.Abs(((bits >> 31) == 0 ? -quantile : quantile) - NormalLanes.Of(bits)));
        }

        Assert.InRange(worst, 0, 3e-6);
    }

    [Fact]
    public void A_vector_has_the_bits_of_single_numbers()
    {
        uint[] bits = [.. SomeBits];
        for (int i = 0; i + Vector<uint>.Count <= bits.Length; i += Vector<uint>.Count)
        {
            Vector<float> numbers = NormalLanes.Of(new Vector<uint>(bits, i));
            for (int lane = 0; lane < Vector<uint>.Count; lane++)
            {
                Assert.Equal(BitConverter.SingleToUInt32Bits(NormalLanes.Of(bits[i + lane])), BitConverter.SingleToUInt32Bits(numbers[lane]));
            }
        }
    }

    [Fact]
    public void Moments_and_tails_are_those_of_the_normal_distribution()
    {
        const int Count = 1 << 20;
        RandomBits random = new(3, 1);
        double[] numbers = [.. Enumerable.Range(0, Count).Select(i => (double)NormalLanes.Of(random.At((uint)i)))];

        // Five standard deviations of each: 1, sqrt(2), sqrt(15) and sqrt(96) over the square root of the number of draws.
        Assert.Equal(0, numbers.Average(), 5.0 / 1024);
        Assert.Equal(1, numbers.Average(v => v * v), 5 * 1.42 / 1024);
        Assert.Equal(0, numbers.Average(v => v * v * v), 5 * 3.88 / 1024);
        Assert.Equal(3, numbers.Average(v => v * v * v * v), 5 * 9.8 / 1024);
        Assert.Equal(0.0026998, numbers.Count(v => Math.Abs(v) > 3) / (double)Count, 0.00026);
    }
}
