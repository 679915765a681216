using NetDsl.Kernels;

namespace NetDsl.Tests.Kernels;

/// <summary>Every activation of each value by itself: in double against exact values, in single precision against double, and at the extremes.</summary>
public sealed class ActivationFunctionsTests
{
    private static readonly ActivationSettings General = new(NegativeSlope: 0.1, MaxValue: 2.5, Threshold: 0.5);

    private static readonly double[] Extremes =
        [1e-40, 1e-30, 1e-20, 1e-7, 17, 40, 87.3, 88.7, 100, 750, 1e10, 1e20, 1e30, float.MaxValue, double.PositiveInfinity];

    public static TheoryData<Activation> Elementwise =>
        [.. Enum.GetValues<Activation>().Where(activation => activation is not (Activation.Softmax or Activation.LogSoftmax))];

    // Computed with 40 digits.
    public static TheoryData<Activation, double, double> Exact => new()
    {
        { Activation.Sigmoid, -12, 6.1441746022147178e-6 },
        { Activation.Sigmoid, -1.5, 0.18242552380635634 },
        { Activation.Sigmoid, -0.001, 0.49975000002083333 },
        { Activation.Sigmoid, 0.3, 0.57444251681165899 },
        { Activation.Sigmoid, 4, 0.98201379003790844 },
        { Activation.Tanh, -12, -0.99999999992449731 },
        { Activation.Tanh, -1.5, -0.90514825364486644 },
        { Activation.Tanh, -0.001, -0.0009999996666668 },
        { Activation.Tanh, 0.3, 0.29131261245159091 },
        { Activation.Tanh, 4, 0.99932929973906704 },
        { Activation.ELU, -12, -0.99999385578764667 },
        { Activation.ELU, -1.5, -0.77686983985157017 },
        { Activation.ELU, -0.001, -0.00099950016662500833 },
        { Activation.ELU, 0.3, 0.3 },
        { Activation.ELU, 4, 4.0 },
        { Activation.SELU, -12, -1.7580885387116884 },
        { Activation.SELU, -1.5, -1.3658143533672527 },
        { Activation.SELU, -0.001, -0.0017572205841202705 },
        { Activation.SELU, 0.3, 0.31521029620664415 },
        { Activation.SELU, 4, 4.202803949421922 },
        { Activation.GELU, -12, -2.1317785344932148e-32 },
        { Activation.GELU, -1.5, -0.1002108019032871 },
        { Activation.GELU, -0.001, -0.00049960105778608894 },
        { Activation.GELU, 0.3, 0.18537342665668579 },
        { Activation.GELU, 4, 3.9998733150326675 },
        { Activation.SiLU, -12, -7.3730095226576614e-5 },
        { Activation.SiLU, -1.5, -0.27363828570953451 },
        { Activation.SiLU, -0.001, -0.00049975000002083333 },
        { Activation.SiLU, 0.3, 0.1723327550434977 },
        { Activation.SiLU, 4, 3.9280551601516338 },
        { Activation.Softplus, -12, 6.1441934777328054e-6 },
        { Activation.Softplus, -1.5, 0.20141327798275241 },
        { Activation.Softplus, -0.001, 0.6926473055599401 },
        { Activation.Softplus, 0.3, 0.85435524446852712 },
        { Activation.Softplus, 4, 4.0181499279178097 },
        { Activation.Softsign, -12, -0.92307692307692308 },
        { Activation.Softsign, -1.5, -0.6 },
        { Activation.Softsign, -0.001, -0.000999000999000999 },
        { Activation.Softsign, 0.3, 0.23076923076923077 },
        { Activation.Softsign, 4, 0.8 },
        { Activation.Exponential, -12, 6.1442123533282098e-6 },
        { Activation.Exponential, -1.5, 0.22313016014842983 },
        { Activation.Exponential, -0.001, 0.99900049983337499 },
        { Activation.Exponential, 0.3, 1.3498588075760031 },
        { Activation.Exponential, 4, 54.598150033144239 },
    };

    public static TheoryData<Activation, double, double> Limits => new()
    {
        { Activation.Step, 0, 1 },
        { Activation.Sign, -1, 1 },
        { Activation.Sigmoid, 0, 1 },
        { Activation.HardSigmoid, 0, 1 },
        { Activation.Tanh, -1, 1 },
        { Activation.ReLU, 0, double.PositiveInfinity },
        { Activation.ReLU6, 0, 6 },
        { Activation.LeakyReLU, double.NegativeInfinity, double.PositiveInfinity },
        { Activation.ELU, -1, double.PositiveInfinity },
        { Activation.SELU, -1.7580993408473768, double.PositiveInfinity },
        { Activation.GELU, 0, double.PositiveInfinity },
        { Activation.SiLU, 0, double.PositiveInfinity },
        { Activation.Softplus, 0, double.PositiveInfinity },
        { Activation.Softsign, -1, 1 },
        { Activation.Exponential, 0, double.PositiveInfinity },
    };

    [Theory]
    [MemberData(nameof(Exact))]
    public void In_double_precision_values_are_exact_within_a_hundredth_of_a_trillionth(Activation activation, double x, double expected) =>
        Assert.Equal(expected, Value(activation, x), 1e-14 * Math.Abs(expected));

    [Theory]
    [MemberData(nameof(Elementwise))]
    public void In_single_precision_values_and_derivatives_are_those_of_double_precision(Activation activation)
    {
        foreach (float x in Arguments())
        {
            Close(activation, x, Value(activation, (double)x), Value(activation, x));
            Close(activation, x, Derivative(activation, (double)x), Derivative(activation, x));
        }
    }

    [Theory]
    [InlineData(Activation.ELU)]
    [InlineData(Activation.SELU)]
    [InlineData(Activation.Softplus)]
    [InlineData(Activation.Softsign)]
    [InlineData(Activation.SiLU)]
    public void In_single_precision_small_values_have_small_relative_errors(Activation activation)
    {
        for (float x = -1e-7f; x > -15; x *= 1.1f)
        {
            double expected = Value(activation, (double)x);
            Assert.Equal(expected, Value(activation, x), 1e-6 * Math.Abs(expected));
        }
    }

    [Theory]
    [MemberData(nameof(Elementwise))]
    public void The_activation_of_a_NaN_is_one(Activation activation)
    {
        Assert.True(double.IsNaN(Value(activation, double.NaN)));
        Assert.True(float.IsNaN(Value(activation, float.NaN)));
        float[] many = [.. Enumerable.Repeat(float.NaN, 45)];
        Activations.Apply(activation, ref many[0], many.Length);
        Assert.All(many, value => Assert.True(float.IsNaN(value)));
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public void Infinity_gives_the_limit(Activation activation, double below, double above)
    {
        Assert.Equal(below, Value(activation, double.NegativeInfinity), 1e-12);
        Assert.Equal(above, Value(activation, double.PositiveInfinity), 1e-12);
        Assert.Equal((float)below, Value(activation, float.NegativeInfinity), 1e-6f);
        Assert.Equal((float)above, Value(activation, float.PositiveInfinity), 1e-6f);
    }

    [Theory]
    [MemberData(nameof(Elementwise))]
    public void Nothing_but_a_NaN_gives_one(Activation activation)
    {
        foreach (double x in Extremes.Concat(Extremes.Select(x => -x)))
        {
            Assert.False(double.IsNaN(Value(activation, x)), $"f({x})");
            Assert.False(float.IsNaN(Value(activation, (float)x)), $"single f({x})");
            Assert.False(double.IsNaN(Derivative(activation, x)), $"f'({x})");
            Assert.False(float.IsNaN(Derivative(activation, (float)x)), $"single f'({x})");
        }
    }

    [Theory]
    [MemberData(nameof(Elementwise))]
    public void A_value_s_activation_and_derivative_do_not_depend_on_its_place(Activation activation)
    {
        Random random = new(5);
        for (int count = 1; count <= 50; count++)
        {
            float[] arguments = [.. Enumerable.Range(0, count).Select(_ => (float)(20 * (random.NextDouble() - 0.5)))];
            float[] values = [.. arguments, 7];
            float[] delta = [.. Enumerable.Repeat(1f, count), 7];
            Activations.Apply(activation, ref values[0], count);
            ActivationGradients.Apply(activation, ref delta[0], ref ActivationGradients.TakesSums(activation) ? ref arguments[0] : ref values[0], count);
            for (int i = 0; i < count; i++)
            {
                Assert.Equal(Value(activation, arguments[i]), values[i]);
                Assert.Equal(Derivative(activation, arguments[i]), delta[i]);
            }

            Assert.Equal(7, values[count]);
            Assert.Equal(7, delta[count]);
        }
    }

    [Theory]
    [InlineData(-2, -0.25)]
    [InlineData(0.4, -0.01)]
    [InlineData(0.5, 0.5)]
    [InlineData(2, 2)]
    [InlineData(3, 2.5)]
    [InlineData(double.PositiveInfinity, 2.5)]
    public void The_general_ReLU_is_that_of_Keras(double x, double expected)
    {
        Activations.Apply(Activation.ReLU, General, ref x, ref x, 1);
        Assert.Equal(expected, x, 1e-15);
    }

    [Theory]
    [InlineData(-3.0, -0.0036373920817729943)]
    [InlineData(-0.5, -0.15428599017485605)]
    [InlineData(1.0, 0.8411919906082768)]
    public void The_approximate_GELU_is_the_one_with_the_hyperbolic_tangent(double x, double expected)
    {
        Activations.Apply(Activation.GELU, new ActivationSettings(Approximate: true), ref x, ref x, 1);
        Assert.Equal(expected, x, 1e-14);
    }

    [Fact]
    public void Gradients_are_added_where_asked_for()
    {
        float[] delta = [.. Enumerable.Repeat(2f, 21)];
        float[] values = [.. Enumerable.Repeat(1f, 21)];
        float[] sums = [.. Enumerable.Repeat(0.5f, 22)];
        ActivationGradients.Apply(
            Activation.ELU, new ActivationSettings(Alpha: 1), ref delta[0], ref values[0], ref sums[0], 21, accumulate: true);
        Assert.All(sums[..21], sum => Assert.Equal(2.5f, sum));
        Assert.Equal(0.5f, sums[21]);
    }

    [Fact]
    public void Log_softmax_does_not_overflow()
    {
        double[] values = [1000, 1001, -1e300];
        Activations.Apply(Activation.LogSoftmax, ref values[0], 3);
        Assert.Equal(-1.3132616875182228, values[0], 1e-12);
        Assert.Equal(-0.31326168751822286, values[1], 1e-12);
        Assert.Equal(-1e300, values[2]);
    }

    private static double Value(Activation activation, double x)
    {
        Activations.Apply(activation, ref x, 1);
        return x;
    }

    private static float Value(Activation activation, float x)
    {
        Activations.Apply(activation, ref x, 1);
        return x;
    }

    private static double Derivative(Activation activation, double x)
    {
        double value = ActivationGradients.TakesSums(activation) ? x : Value(activation, x);
        double delta = 1;
        ActivationGradients.Apply(activation, ref delta, ref value, 1);
        return delta;
    }

    private static float Derivative(Activation activation, float x)
    {
        float value = ActivationGradients.TakesSums(activation) ? x : Value(activation, x);
        float delta = 1;
        ActivationGradients.Apply(activation, ref delta, ref value, 1);
        return delta;
    }

    private static void Close(Activation activation, float x, double expected, float actual)
    {
        if (double.IsInfinity(expected) || Math.Abs(expected) > float.MaxValue)
        {
            Assert.Equal((float)expected, actual);
            return;
        }

        double tolerance = (2e-6 * Math.Abs(expected)) + 6e-7;
        Assert.True(Math.Abs(expected - actual) <= tolerance, FormattableString.Invariant($"{activation} of {x}: {actual}, not {expected}"));
    }

    private static IEnumerable<float> Arguments()
    {
        Random random = new(4);
        return Enumerable.Range(0, 4000).Select(_ => (float)((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-4, 3))))
            .Concat(Extremes.Where(x => x < 80).SelectMany(x => new[] { (float)x, -(float)x }));
    }
}
