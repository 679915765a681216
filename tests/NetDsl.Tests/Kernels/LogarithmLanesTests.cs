using System.Numerics;
using NetDsl.Kernels;

namespace NetDsl.Tests.Kernels;

public sealed class LogarithmLanesTests
{
    [Fact]
    public void A_logarithm_agrees_with_that_of_double_precision()
    {
        RandomStream random = new(1, 0);
        for (int i = 0; i < 100_000; i++)
        {
            float x = (float)Math.ScaleB(1 + random.NextUniform(), random.NextInt(200) - 100);
            double expected = Math.Log(x);
            Assert.True(Math.Abs(LogarithmLanes.Of(x) - expected) <= 1.5e-7 * Math.Max(1, Math.Abs(expected)), $"log {x:R}");
        }
    }

    [Fact]
    public void A_vector_has_the_bits_of_single_numbers()
    {
        RandomStream random = new(2, 0);
        float[] numbers = [.. Enumerable.Range(0, 64 * Vector<float>.Count).Select(_ => (float)Math.Exp(random.NextNormal() * 10))];
        for (int i = 0; i < numbers.Length; i += Vector<float>.Count)
        {
            Vector<float> logarithms = LogarithmLanes.Of(new Vector<float>(numbers, i));
            for (int lane = 0; lane < Vector<float>.Count; lane++)
            {
                Assert.Equal(BitConverter.SingleToUInt32Bits(LogarithmLanes.Of(numbers[i + lane])), BitConverter.SingleToUInt32Bits(logarithms[lane]));
            }
        }
    }

    [Fact]
    public void Decades_keep_the_sign_and_have_the_same_bits_at_every_place()
    {
        RandomStream random = new(3, 0);
        float[] numbers = [0, -0f, 9, -99, 1e30f, .. Enumerable.Range(0, 100).Select(_ => (float)(random.NextNormal() * Math.Exp(random.NextNormal() * 5)))];
        float[] decades = [.. numbers];
        LogarithmLanes.ToSignedDecades(decades);
        for (int i = 0; i < numbers.Length; i++)
        {
            Assert.Equal(Math.CopySign(Math.Log10(1 + Math.Abs((double)numbers[i])), numbers[i]), decades[i], 1e-6 * Math.Max(1, Math.Abs(decades[i])));
            float[] one = [numbers[i]];
            LogarithmLanes.ToSignedDecades(one);
            Assert.Equal(BitConverter.SingleToUInt32Bits(one[0]), BitConverter.SingleToUInt32Bits(decades[i]));
        }
    }
}
