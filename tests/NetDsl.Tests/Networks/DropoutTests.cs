using NetDsl.Training;

namespace NetDsl.Tests.Networks;

public sealed class DropoutTests
{
    private const int Samples = 64;
    private const int Values = Samples * 200;
    private const double Rate = 0.3;

    // Three standard deviations of a share of that many draws: 3 sqrt(0.3 x 0.7 / 12800).
    private const double Uncertainty = 0.0122;

    [Fact]
    public void The_share_of_lost_values_is_the_rate_and_the_others_are_scaled_up()
    {
        float[] values = Masked(new MaskedOnce(), seed: 1);
        Assert.InRange(values.Count(value => value == 0) / (double)Values, Rate - Uncertainty, Rate + Uncertainty);
        Assert.All(values.Where(value => value != 0), value => Assert.Equal(1 / (1 - Rate), value, 1e-6));
    }

    [Fact]
    public void The_same_seed_gives_the_same_mask() => Assert.Equal(Masked(new MaskedOnce(), seed: 1), Masked(new MaskedOnce(), seed: 1));

    [Fact]
    public void Another_step_gives_another_mask() => AssertIndependent(Masked(new MaskedOnce(), seed: 1), Masked(new MaskedOnce(), seed: 2));

    [Fact]
    public void Two_samples_have_different_masks()
    {
        float[] values = Masked(new MaskedOnce(), seed: 1);
        AssertIndependent(values[..(Values / 2)], values[(Values / 2)..]);
    }

    [Fact]
    public void Two_layers_have_different_masks()
    {
        // Were they the same, no more would be lost by two than by one.
        float[] values = Masked(new MaskedTwice(), seed: 1);
        double kept = (1 - Rate) * (1 - Rate);
        Assert.InRange(values.Count(value => value != 0) / (double)Values, kept - Uncertainty - 0.001, kept + Uncertainty + 0.001);
    }

    [Fact]
    public void A_prediction_loses_nothing()
    {
        MaskedOnce network = new();
        SetToUnitMatrix(network);
        float[] inputs = Batches.Inputs(network, Samples);
        float[] outputs = new float[inputs.Length];
        network.Predict(inputs, outputs);
        Assert.Equal(inputs, outputs);
    }

    /// <summary>What dropout makes of ones.</summary>
    private static float[] Masked(INetwork<float> network, ulong seed)
    {
        SetToUnitMatrix(network);
        NetworkPass<float> pass = network.CreatePass(Samples);
        pass.Inputs.Fill(1);
        pass.ForwardBackward(Samples, seed);
        return pass.Outputs.ToArray();
    }

    private static void SetToUnitMatrix(INetwork<float> network)
    {
        Parameter<float> kernel = network.Parameters["dense_0/kernel"];
        for (int i = 0; i < kernel.Count; i++)
        {
            kernel[i] = i / 200 == i % 200 ? 1 : 0;
        }
    }

    private static void AssertIndependent(float[] first, float[] second)
    {
        double both = first.Zip(second, (a, b) => a == 0 && b == 0 ? 1 : 0).Average();
        Assert.InRange(both, (Rate * Rate) - Uncertainty, (Rate * Rate) + Uncertainty);
    }
}
