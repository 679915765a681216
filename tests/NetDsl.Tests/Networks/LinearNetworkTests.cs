using NetDsl.Data;
using NetDsl.Training;

namespace NetDsl.Tests.Networks;

/// <summary>Closed-form solutions of generated networks.</summary>
public sealed class LinearNetworkTests
{
    [Fact]
    public void A_flattened_image_with_several_outputs_is_solved()
    {
        LinearImages truth = new(seed: 5);
        truth.Parameters["dense_0/bias"].CopyFrom([3, -4]);
        LinearImages network = new(seed: 1);
        LeastSquares.Solve(network, Answered(truth, rows: 200));
        RequireSame(truth.Parameters, network.Parameters);
    }

    [Fact]
    public void A_layer_at_several_places_is_solved_for_all_of_them_together()
    {
        LinearPlaces truth = new(seed: 5);
        LinearPlaces network = new(seed: 1);
        LeastSquares.Solve(network, Answered(truth, rows: 50));
        RequireSame(truth.Parameters, network.Parameters);
    }

    [Fact]
    public void Layers_that_have_nothing_to_train_can_come_before_it()
    {
        LinearMaxima truth = new(seed: 5);
        LinearMaxima network = new(seed: 1);
        LeastSquares.Solve(network, Answered(truth, rows: 100));
        RequireSame(truth.Parameters, network.Parameters);
    }

    [Fact]
    public void Raw_features_are_normalised_first_and_then_solved()
    {
        Random random = new(1);
        float[] features = [.. Enumerable.Range(0, 200 * 5).Select(i => 100 + (i % 5) + random.NextSingle())];
        float[] targets = [.. Enumerable.Range(0, 200).Select(row => (2 * features[row * 5]) - features[(row * 5) + 4] + 1)];
        Dataset data = new(features, [5], targets, [1]);
        LinearRawFeatures network = new(seed: 1);
        LeastSquares.Solve(network, data);
        Assert.Equal(100.5, network.Parameters["normalization_0/mean"][0], 0.1);
        Assert.InRange(new Trainer<double>(network, new SGD()).Evaluate(data, TestContext.Current.CancellationToken).Loss, 0, 1e-9);
    }

    [Fact]
    public void A_network_with_a_hidden_layer_is_refused_and_left_as_it_is()
    {
        RegularizedNetwork network = new();
        float[] before = network.Parameters.Values.ToArray();
        Dataset data = new(new float[432], [12, 12, 3], [1, 0, 0], [3]);
        Assert.Throws<ArgumentException>(() => LeastSquares.Solve(network, data));
        Assert.Equal(before, network.Parameters.Values.ToArray());
    }

    private static Dataset Answered<T>(INetwork<T> truth, int rows)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        Random random = new(1);
        NetworkSummary summary = truth.Summary;
        float[] features = [.. Enumerable.Range(0, rows * summary.InputSize).Select(_ => random.NextSingle())];
        T[] outputs = new Trainer<T>(truth, new SGD()).Predict(
            new Dataset(features, summary.InputShape, [], [0]), TestContext.Current.CancellationToken);
        return new Dataset(features, summary.InputShape, [.. outputs.Select(float.CreateTruncating)], summary.OutputShape);
    }

    private static void RequireSame<T>(ParameterSet<T> expected, ParameterSet<T> actual)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => Assert.All(expected, parameter => Assert.Equal(
            parameter.ToArray().Select(double.CreateTruncating),
            actual[parameter.Name].ToArray().Select(double.CreateTruncating),
            (a, b) => Math.Abs(a - b) < 1e-5));
}
