using NetDsl.Kernels;

namespace NetDsl.Tests.Kernels;

public class PortableMathTests
{
    [Fact]
    public void The_logarithm_agrees_with_that_of_the_C_library()
    {
        RandomStream random = new(1, 0);
        for (int i = 0; i < 20_000; i++)
        {
            double x = Math.ScaleB(1 + random.NextUniform(), random.NextInt(200) - 150);
            double expected = Math.Log(x);
            Assert.True(Math.Abs(PortableMath.Log(x) - expected) <= 4e-16 * Math.Max(1e-3, Math.Abs(expected)), $"log {x:R}");
        }

        Assert.Equal(0, PortableMath.Log(1));
    }

    [Fact]
    public void Sine_and_cosine_agree_with_those_of_the_C_library_in_all_quadrants()
    {
        RandomStream random = new(2, 0);
        for (int i = 0; i < 20_000; i++)
        {
            double x = (random.NextUniform() - 0.5) * 40;
            (double sine, double cosine) = PortableMath.SineAndCosine(x);
            Assert.Equal(Math.Sin(x), sine, 4e-16);
            Assert.Equal(Math.Cos(x), cosine, 4e-16);
        }
    }

    [Fact]
    public void Multiples_of_a_quarter_turn_are_exact_to_the_last_bits()
    {
        Assert.Equal((0, 1), PortableMath.SineAndCosine(0));
        (double sine, double cosine) = PortableMath.SineAndCosine(Math.PI / 2);
        Assert.Equal(1, sine);
        Assert.Equal(0, cosine, 1e-15);
    }
}
