using NetDsl.Data;
using NetDsl.Tests.Networks;
using NetDsl.Training;

namespace NetDsl.Tests.Training;

public sealed class NormalizationAdaptationTests
{
    [Fact]
    public void Adapt_takes_mean_and_biased_variance_of_each_channel_over_rows_and_places()
    {
        Dataset data = Data(200, 12, i => (i % 6 * 1000f) + (i * 37 % 101));
        NormalizedByLayer network = new();

        network.Adapt(data);

        for (int channel = 0; channel < 6; channel++)
        {
            double[] values = [.. data.AllFeatures.ToArray().Where((_, i) => i % 6 == channel).Select(value => (double)value)];
            double mean = values.Average();
            Assert.Equal(mean, network.Parameters["normalization_0/mean"][channel], 1e-6 * Math.Max(1, mean));
            Assert.Equal(values.Average(value => (value - mean) * (value - mean)), network.Parameters["normalization_0/variance"][channel], 1e-3);
        }
    }

    [Fact]
    public void A_large_mean_costs_no_digits_of_the_variance()
    {
        NormalizedFeatures network = new();
        network.Adapt(Data(1000, 6, i => 16_000_000 + (i / 6 % 2)));
        Assert.All(network.Parameters["normalization_0/variance"].ToArray(), variance => Assert.Equal(0.25f, variance, 1e-6f));
    }

    [Fact]
    public void Raw_features_go_in_at_prediction()
    {
        NormalizedSamplesByData network = new();
        network.Adapt(Data(4, 2, i => i % 2 == 0 ? 100 + i : 7));
        float[] outputs = new float[2];

        // Means 103 and 7, variances 5 and 0: a constant feature is divided by epsilon, not by 0.
        network.Predict([103 + (2 * MathF.Sqrt(5)), 7], outputs);

        Assert.Equal(2, outputs[0], 1e-5f);
        Assert.Equal(0, outputs[1]);
    }

    [Fact]
    public void The_first_fit_adapts_and_a_second_one_does_not()
    {
        NormalizedFeatures network = new();
        Trainer<float> trainer = new(network, new SGD());
        trainer.Fit(WithTargets(Data(40, 6, i => 50 + (i * 13 % 29))), epochs: 1, cancellationToken: TestContext.Current.CancellationToken);
        float[] mean = network.Parameters["normalization_0/mean"].ToArray();
        Assert.All(mean, value => Assert.InRange(value, 50, 79));

        trainer.Fit(WithTargets(Data(40, 6, i => i)), epochs: 1, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(mean, network.Parameters["normalization_0/mean"].ToArray());
    }

    [Fact]
    public void Of_several_inputs_each_layer_learns_its_own_and_given_statistics_stay()
    {
        NormalizedInputs network = new();
        Assert.Equal([5, 5, 5, 5], network.Parameters["known/mean"].ToArray());

        network.Adapt(Data(50, 7, i => i % 7));

        Assert.Equal([0, 1, 2], network.Parameters["learnt/mean"].ToArray());
        Assert.Equal([5, 5, 5, 5], network.Parameters["known/mean"].ToArray());
        Assert.Equal([4, 4, 4, 4], network.Parameters["known/variance"].ToArray());
    }

    [Fact]
    public void A_network_without_such_a_layer_and_data_of_another_shape_are_refused()
    {
        Assert.Contains("[Normalization]", Assert.Throws<InvalidOperationException>(() => new NormalizedSamples().Adapt(
            new Dataset(new float[10], [5, 2], [], [0]))).Message);
        Assert.Throws<ArgumentException>(() => new NormalizedFeatures().Adapt(Data(5, 7, i => i)));
    }

    private static Dataset Data(int rows, int size, Func<int, float> value)
    {
        float[] features = [.. Enumerable.Range(0, rows * size).Select(value)];
        return new Dataset(features, size == 12 ? [2, 6] : [size], [], [0]);
    }

    private static Dataset WithTargets(Dataset data)
    {
        float[] targets = new float[data.Count * 3];
        for (int row = 0; row < data.Count; row++)
        {
            targets[(row * 3) + (row % 3)] = 1;
        }

        return new Dataset(data.AllFeatures.ToArray(), data.FeatureShape, targets, [3]);
    }
}
