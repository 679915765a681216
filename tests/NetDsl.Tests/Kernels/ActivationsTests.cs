using NetDsl.Kernels;

namespace NetDsl.Tests.Kernels;

public sealed class ActivationsTests
{
    private static readonly float[] Special =
        [0, -0f, 1e-40f, -1e-40f, 1e-20f, 3e-4f, 0.5f, 1, 8.9f, 9.02f, 9.1f, 20, 100, 1e30f, float.MaxValue, float.PositiveInfinity, float.NegativeInfinity, -5, -90, -1e30f];

    [Fact]
    public void Tanh_is_within_six_units_of_the_last_place() => ForArguments((x, _) =>
    {
        float value = x;
        Activations.Apply(Activation.Tanh, ref value, 1);
        double exact = Math.Tanh(x);
        Assert.InRange(Math.Abs(value - exact), 0, 6 * UnitOf(exact));
        Assert.InRange(value, -1, 1);
    });

    [Fact]
    public void Sigmoid_is_within_four_units_of_the_last_place() => ForArguments((x, _) =>
    {
        float value = x;
        Activations.Apply(Activation.Sigmoid, ref value, 1);
        double exact = 1 / (1 + Math.Exp(-x));
        Assert.InRange(Math.Abs(value - exact), 0, (4 * UnitOf(exact)) + 2e-38);
    });

    [Fact]
    public void The_activation_of_a_NaN_is_one()
    {
        float[] values = [.. Enumerable.Repeat(float.NaN, 21)];
        Activations.Apply(Activation.Tanh, ref values[0], values.Length);
        Assert.All(values, value => Assert.True(float.IsNaN(value)));
        Activations.Apply(Activation.Sigmoid, ref values[0], values.Length);
        Assert.All(values, value => Assert.True(float.IsNaN(value)));
    }

    [Fact]
    public void A_value_s_activation_does_not_depend_on_its_place()
    {
        Random random = new(5);
        for (int count = 1; count <= 50; count++)
        {
            float[] arguments = [.. Enumerable.Range(0, count).Select(_ => (float)(20 * (random.NextDouble() - 0.5)))];
            float[] values = [.. arguments, 7];
            Activations.Apply(Activation.Tanh, ref values[0], count);
            for (int i = 0; i < count; i++)
            {
                float alone = arguments[i];
                Activations.Apply(Activation.Tanh, ref alone, 1);
                Assert.Equal(alone, values[i]);
            }

            Assert.Equal(7, values[count]);
        }
    }

    [Fact]
    public void Softmax_of_few_classes_is_that_of_double_precision()
    {
        Random random = new(6);
        for (int count = 1; count <= 12; count++)
        {
            for (int trial = 0; trial < 50; trial++)
            {
                double width = trial < 25 ? 4 : 200;
                float[] sums = [.. Enumerable.Range(0, 16).Select(_ => (float)(width * (random.NextDouble() - 0.5)))];
                float[] values = [.. sums];
                values[count] = 7;
                float logSum = Softmax.Row(ref sums[0], ref values[0], count, withLogarithm: true);

                double largest = sums[..count].Max();
                double total = sums[..count].Sum(x => Math.Exp(x - largest));
                Assert.Equal(largest + Math.Log(total), logSum, 1e-5 * Math.Max(1, Math.Abs(largest)));
                for (int i = 0; i < count; i++)
                {
                    Assert.Equal(Math.Exp(sums[i] - largest) / total, values[i], 3e-7);
                }

                Assert.Equal(7, values[count]);
            }
        }
    }

    [Fact]
    public void Softmax_with_a_NaN_is_NaN()
    {
        for (int place = 0; place < 5; place++)
        {
            float[] sums = [1, 2, 3, 4, 5, 0, 0, 0];
            sums[place] = float.NaN;
            float[] values = new float[8];
            Softmax.Row(ref sums[0], ref values[0], 5, withLogarithm: false);
            Assert.All(values[..5], value => Assert.True(float.IsNaN(value)));
        }
    }

    private static double UnitOf(double value) => Math.Max(MathF.BitIncrement(MathF.Abs((float)value)) - MathF.Abs((float)value), float.Epsilon);

    private static void ForArguments(Action<float, int> check)
    {
        Random random = new(4);
        foreach (float x in Special)
        {
            check(x, 0);
        }

        for (int i = 0; i < 20_000; i++)
        {
            check((float)((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-4, 3))), i);
        }
    }
}
