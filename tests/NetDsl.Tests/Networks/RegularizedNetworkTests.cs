using NetDsl.Training;

namespace NetDsl.Tests.Networks;

/// <summary>What is declared of kernels and biases, in a generated network.</summary>
public sealed class RegularizedNetworkTests
{
    [Fact]
    public void Definitions_carry_what_was_declared()
    {
        ParameterSet<float> parameters = new RegularizedNetwork().Parameters;
        ParameterDefinition filters = parameters["conv2d_0/kernel"].Definition;
        Assert.Equal((1e-3, 1.5, 0.0), (filters.RegularizerL2, filters.MaxNorm, filters.RegularizerL1));
        ParameterDefinition hidden = parameters["dense_0/kernel"].Definition;
        Assert.Equal((1e-4, 0.02, double.PositiveInfinity), (hidden.RegularizerL1, hidden.InitializerScale, hidden.MaxNorm));
        Assert.Equal(0.01, parameters["dense_0/bias"].Definition.MaxNorm);
        Assert.Equal([0.25f, 0.25f, 0.25f], parameters["dense_1/bias"].ToArray());
    }

    [Fact]
    public void Filters_that_begin_orthogonal_are_orthonormal()
    {
        float[] kernel = new RegularizedNetwork(seed: 2).Parameters["conv2d_0/kernel"].ToArray();
        for (int a = 0; a < 24; a++)
        {
            for (int b = 0; b <= a; b++)
            {
                Assert.Equal(a == b ? 1 : 0, Enumerable.Range(0, 27).Sum(row => kernel[(row * 24) + a] * (double)kernel[(row * 24) + b]), 1e-6);
            }
        }
    }

    [Fact]
    public void The_threads_change_no_bit_of_twenty_steps_with_penalties_and_bounds() =>
        Assert.Equal(Trained(threads: 1).Values.ToArray(), Trained(threads: 2).Values.ToArray());

    [Fact]
    public void After_a_step_no_unit_is_longer_than_its_bound()
    {
        ParameterSet<float> parameters = Trained(threads: 1);
        float[] kernel = parameters["conv2d_0/kernel"].ToArray();
        double[] norms = [.. Enumerable.Range(0, 24).Select(f => Math.Sqrt(Enumerable.Range(0, 27).Sum(row => Math.Pow(kernel[(row * 24) + f], 2))))];
        Assert.All(norms, norm => Assert.InRange(norm, 0, 1.5 * (1 + 1e-6)));
        Assert.Contains(norms, norm => norm > 1.5 * (1 - 1e-6));
        Assert.InRange(Math.Sqrt(parameters["dense_0/bias"].ToArray().Sum(b => Math.Pow(b, 2))), 0.0099, 0.0100001);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_step_allocates_nothing(int threads)
    {
        RegularizedNetwork network = new();
        NetworkPass<float> pass = network.CreatePass(21, threads);
        OptimizerState<float> state = new AdamW { GlobalClipNorm = 1, DecayBiases = false }.CreateState(network.Parameters, threads);
        Batches.Fill(pass);
        Batches.Train(pass, state, 21, steps: 3);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Batches.Train(pass, state, 21, steps: 3);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static ParameterSet<float> Trained(int threads)
    {
        RegularizedNetwork network = new(seed: 4);
        NetworkPass<float> pass = network.CreatePass(21, threads);
        Batches.Fill(pass);
        Batches.Train(pass, new Adam { LearningRate = 0.05 }.CreateState(network.Parameters, threads), 21, steps: 20);
        return network.Parameters;
    }
}
