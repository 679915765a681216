using NetDsl.Kernels;

namespace NetDsl.Tests.Kernels;

/// <summary>The end of a forward pass does not depend on how the rows are shared out.</summary>
public sealed class OutputLayerTests
{
    private const int Rows = 83;

    public static TheoryData<Activation, Loss> SingleOutputs()
    {
        TheoryData<Activation, Loss> cases = [];
        foreach (Activation activation in Enum.GetValues<Activation>().Except([Activation.Softmax, Activation.LogSoftmax]))
        {
            cases.Add(activation, Loss.MeanSquaredError);
            cases.Add(activation, Loss.BinaryCrossentropy);
        }

        foreach (Loss loss in Enum.GetValues<Loss>().Except([Loss.SparseCategoricalCrossentropy, Loss.MeanSquaredError, Loss.BinaryCrossentropy]))
        {
            cases.Add(Activation.Sigmoid, loss);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(SingleOutputs))]
    public void Rows_of_one_output_have_the_same_bits_in_whatever_parts_they_are_computed(Activation activation, Loss loss)
    {
        double[] whole = Compute(activation, loss, Rows);
        foreach (int part in new[] { 1, 3, 6, 8, 17, 64 })
        {
            Assert.Equal(whole, Compute(activation, loss, part));
        }
    }

    // Answers, gradient and losses one after the other, computed so many rows at a time.
    private static double[] Compute(Activation activation, Loss loss, int part)
    {
        Random random = new(1);
        double[] sums = [.. Enumerable.Range(0, Rows).Select(_ => (4 * random.NextDouble()) - 2)];
        double[] targets = [.. Enumerable.Range(0, Rows).Select(_ => random.NextDouble())];
        double[] outputs = new double[Rows];
        double[] delta = new double[Rows];
        double[] losses = new double[Rows];
        double[] weights = [.. Enumerable.Range(0, Rows).Select(_ => (3 * random.NextDouble()) - 1)];
        for (int row = 0; row < Rows; row += part)
        {
            OutputLayer.Compute(
                activation, loss, PassMode.Gradient, Math.Min(part, Rows - row), 1, 0.5,
                ref sums[row], 1, ref outputs[row], 1, ref targets[row], 1, ref delta[row], 1, 1, ref weights[row], ref losses[row], 1);
        }

        return [.. outputs, .. delta, .. losses];
    }
}
