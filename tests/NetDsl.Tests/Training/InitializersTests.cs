using NetDsl.Training;

namespace NetDsl.Tests.Training;

public class InitializersTests
{
    private static readonly double[] KnownUniform =
        [-0.066000083926669909, -0.068629913497391434, 0.034736286480496474, -0.030471672012379204];
    private static readonly double[] KnownNormal =
        [-0.09618712415165033, -0.10117271683991363, 0.046440843249692339, -0.040472915346267589];

    private const int FanIn = 200;
    private const int FanOut = 300;

    [Theory]
    [InlineData(Initializer.GlorotUniform, 2.0 / (FanIn + FanOut))]
    [InlineData(Initializer.HeUniform, 2.0 / FanIn)]
    [InlineData(Initializer.LecunUniform, 1.0 / FanIn)]
    public void Uniform_values_fill_their_range_and_have_the_variance_of_Keras(Initializer initializer, double variance)
    {
        double[] values = Fill<double>(initializer, seed: 1);
        double limit = Math.Sqrt(3 * variance);
        Assert.InRange(values.Max(), limit * 0.999, limit);
        Assert.InRange(values.Min(), -limit, -limit * 0.999);
        CheckMoments(values, variance);
    }

    [Theory]
    [InlineData(Initializer.GlorotNormal, 2.0 / (FanIn + FanOut))]
    [InlineData(Initializer.HeNormal, 2.0 / FanIn)]
    [InlineData(Initializer.LecunNormal, 1.0 / FanIn)]
    public void Normal_values_are_cut_at_two_deviations_and_have_the_variance_of_Keras(Initializer initializer, double variance)
    {
        double[] values = Fill<double>(initializer, seed: 1);
        double cut = 2 * Math.Sqrt(variance) / 0.87962566103423978;
        Assert.InRange(values.Max(), cut * 0.99, cut);
        Assert.InRange(values.Min(), -cut, -cut * 0.99);
        CheckMoments(values, variance);
    }

    [Fact]
    public void Zeros_and_ones_are_what_they_say()
    {
        Assert.All(Fill<float>(Initializer.Zeros, 1), v => Assert.Equal(0f, v));
        Assert.All(Fill<float>(Initializer.Ones, 1), v => Assert.Equal(1f, v));
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_and_another_seed_other_ones()
    {
        Assert.Equal(Fill<float>(Initializer.HeNormal, 1), Fill<float>(Initializer.HeNormal, 1));
        Assert.NotEqual(Fill<float>(Initializer.HeNormal, 1), Fill<float>(Initializer.HeNormal, 2));
    }

    [Fact]
    public void The_bits_are_known_so_that_every_machine_can_be_held_to_them()
    {
        Assert.Equal(KnownUniform, Fill<double>(Initializer.GlorotUniform, 7)[..4]);
        Assert.Equal(KnownNormal, Fill<double>(Initializer.HeNormal, 7)[..4]);
    }

    [Fact]
    public void Single_precision_is_double_precision_rounded()
    {
        Assert.Equal(Fill<double>(Initializer.GlorotNormal, 3).Select(v => (float)v), Fill<float>(Initializer.GlorotNormal, 3));
    }

    [Fact]
    public void The_layout_in_memory_does_not_change_the_values()
    {
        ParameterSet<float> plain = new([new("kernel", [6, 5], new(0, 6, 5, 5, 5), Initializer.HeUniform, 6, 5)]);
        ParameterSet<float> panels = new([new("kernel", [6, 5], new(0, 6, 5, 8, 4), Initializer.HeUniform, 6, 5)]);
        Initializers.Fill(plain, 1);
        Initializers.Fill(panels, 1);
        Assert.Equal(plain[0].ToArray(), panels[0].ToArray());
    }

    [Fact]
    public void Each_parameter_has_its_own_random_stream()
    {
        ParameterSet<float> both = new(
        [
            new("first", [16], new(0, 1, 16, 16, 16), Initializer.HeUniform, 16, 16),
            new("second", [16], new(16, 1, 16, 16, 16), Initializer.HeUniform, 16, 16),
        ]);
        Initializers.Fill(both, 1);
        Assert.NotEqual(both[0].ToArray(), both[1].ToArray());
    }

    private static T[] Fill<T>(Initializer initializer, ulong seed)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        ParameterSet<T> parameters = new(
            [new("kernel", [FanIn, FanOut], new(0, FanIn, FanOut, 304, 16), initializer, FanIn, FanOut)]);
        Initializers.Fill(parameters, seed);
        return parameters[0].ToArray();
    }

    private static void CheckMoments(double[] values, double variance)
    {
        double mean = values.Average();
        double measured = values.Average(v => v * v) - (mean * mean);

        // Five standard errors of 60,000 values.
        Assert.InRange(mean / Math.Sqrt(variance), -0.021, 0.021);
        Assert.InRange(measured / variance, 0.97, 1.03);
    }
}
