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
    public void The_exponential_agrees_with_that_of_the_C_library()
    {
        RandomStream random = new(3, 0);
        for (int i = 0; i < 20_000; i++)
        {
            double x = (random.NextUniform() - 0.5) * (i % 2 == 0 ? 2 : 1400);
            double expected = Math.Exp(x);
            Assert.True(Math.Abs(PortableMath.Exp(x) - expected) <= 4e-16 * expected, $"exp {x:R}");
        }

        Assert.Equal(1, PortableMath.Exp(0));
        Assert.Equal(Math.E, PortableMath.Exp(1), 1e-15);
    }

    [Fact]
    public void The_exponential_ends_where_double_does()
    {
        Assert.Equal(double.PositiveInfinity, PortableMath.Exp(709.79));
        Assert.Equal(double.PositiveInfinity, PortableMath.Exp(double.PositiveInfinity));
        Assert.Equal(Math.Exp(709.78), PortableMath.Exp(709.78), 1e-13 * Math.Exp(709.78));
        Assert.Equal(0, PortableMath.Exp(-745.14));
        Assert.Equal(0, PortableMath.Exp(double.NegativeInfinity));
        Assert.Equal(Math.Exp(-745), PortableMath.Exp(-745));
        Assert.Equal(Math.Exp(-720), PortableMath.Exp(-720), 1e-320);
        Assert.Equal(double.NaN, PortableMath.Exp(double.NaN));
    }

    [Fact]
    public void A_power_agrees_with_that_of_the_C_library()
    {
        RandomStream random = new(4, 0);
        for (int i = 0; i < 20_000; i++)
        {
            double x = Math.ScaleB(1 + random.NextUniform(), random.NextInt(40) - 20);
            double y = (random.NextUniform() - 0.5) * 10;
            double expected = Math.Pow(x, y);
            Assert.True(
                Math.Abs(PortableMath.Pow(x, y) - expected) <= 4e-16 * (1 + Math.Abs(y * Math.Log(x))) * expected, $"{x:R} to the power of {y:R}");
        }
    }

    /// <summary>Golden bits (a hash, FNV-1a): a machine or a compiler that rounds otherwise is seen.</summary>
    [Fact]
    public void The_bits_are_the_same_on_every_machine()
    {
        RandomStream random = new(5, 0);
        ulong hash = 14695981039346656037;
        for (int i = 0; i < 1000; i++)
        {
            double x = (random.NextUniform() - 0.5) * 100;
            hash = (hash ^ BitConverter.DoubleToUInt64Bits(PortableMath.Exp(x))) * 1099511628211;
            hash = (hash ^ BitConverter.DoubleToUInt64Bits(PortableMath.Log(Math.Abs(x)))) * 1099511628211;
        }

        Assert.Equal(7649983747466343792UL, hash);
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
