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
    [InlineData(Initializer.InverseSqrtUniform, 1.0 / (3 * FanIn))]
    [InlineData(Initializer.RandomUniform, 0.05 * 0.05 / 3)]
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
    public void A_normal_value_is_not_cut_and_a_truncated_one_is_cut_without_a_correction_as_in_Keras()
    {
        double[] normal = Fill<double>(Initializer.RandomNormal, seed: 1);
        Assert.InRange(normal.Max(), 0.15, 0.3);
        CheckMoments(normal, 0.05 * 0.05);
        double[] truncated = Fill<double>(Initializer.TruncatedNormal, seed: 1);
        Assert.InRange(truncated.Max(), 0.0999, 0.1);
        CheckMoments(truncated, 0.05 * 0.05 * 0.87962566103423978 * 0.87962566103423978);
    }

    [Theory]
    [InlineData(Initializer.RandomUniform, 4.0 / 3)]
    [InlineData(Initializer.RandomNormal, 4.0)]
    public void Scale_and_mean_are_taken_where_given(Initializer initializer, double variance)
    {
        double[] values = Fill<double>(initializer, seed: 1, definition => definition with { InitializerScale = 2, InitializerMean = 7 });
        CheckMoments([.. values.Select(v => v - 7)], variance);
    }

    [Fact]
    public void A_constant_is_its_mean_or_zero()
    {
        Assert.All(Fill<float>(Initializer.Constant, 1), v => Assert.Equal(0f, v));
        Assert.All(Fill<float>(Initializer.Constant, 1, definition => definition with { InitializerMean = 0.25 }), v => Assert.Equal(0.25f, v));
    }

    [Theory]
    [InlineData(30, 7)]
    [InlineData(7, 30)]
    [InlineData(16, 16)]
    [InlineData(1, 5)]
    public void An_orthogonal_matrix_has_orthonormal_columns_or_rows_times_its_gain(int rows, int columns)
    {
        ParameterSet<double> parameters = Matrix(Initializer.Orthogonal, rows, columns, scale: 3);
        double[] values = parameters[0].ToArray();
        bool tall = rows >= columns;
        int count = Math.Min(rows, columns);
        double At(int vector, int i) => tall ? values[(i * columns) + vector] : values[(vector * columns) + i];
        for (int a = 0; a < count; a++)
        {
            for (int b = 0; b <= a; b++)
            {
                double dot = Enumerable.Range(0, Math.Max(rows, columns)).Sum(i => At(a, i) * At(b, i));
                Assert.Equal(a == b ? 9 : 0, dot, 1e-13);
            }
        }
    }

    [Fact]
    public void Orthogonal_matrices_do_not_prefer_a_direction()
    {
        // The first value of a uniformly distributed unit vector of n values has mean 0 and variance 1 / n.
        double[] first = [.. Enumerable.Range(0, 2000).Select(seed => Matrix(Initializer.Orthogonal, 5, 5, seed: (ulong)seed)[0][0])];
        Assert.InRange(first.Average(), -0.05, 0.05);
        Assert.InRange(first.Average(v => v * v), 0.18, 0.22);
    }

    [Fact]
    public void An_identity_has_its_gain_on_the_diagonal()
    {
        Assert.Equal([2, 0, 0, 0, 2, 0], Matrix(Initializer.Identity, 2, 3, scale: 2)[0].ToArray());
        Assert.Equal([1, 0, 0, 1, 0, 0], Matrix(Initializer.Identity, 3, 2)[0].ToArray());
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

    private static ParameterSet<double> Matrix(Initializer initializer, int rows, int columns, double? scale = null, ulong seed = 1)
    {
        ParameterSet<double> parameters = new(
            [new("kernel", [rows, columns], new(0, rows, columns, columns, columns), initializer, rows, columns) { InitializerScale = scale }]);
        Initializers.Fill(parameters, seed);
        return parameters;
    }

    private static T[] Fill<T>(Initializer initializer, ulong seed, Func<ParameterDefinition, ParameterDefinition>? declare = null)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        ParameterDefinition definition = new("kernel", [FanIn, FanOut], new(0, FanIn, FanOut, 304, 16), initializer, FanIn, FanOut);
        ParameterSet<T> parameters = new([declare?.Invoke(definition) ?? definition]);
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
