using NetDsl.Data;
using NetDsl.Evaluation;
using NetDsl.Tests.Networks;
using NetDsl.Training;

namespace NetDsl.Tests.Evaluation;

public class PermutationImportanceTests
{
    private const int Rows = 400;

    // y = 3 a + b of three features a, b, c in [0, 1).
    private static readonly Dataset Linear = MakeLinear(["a", "b", "c"]);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_feature_is_worth_what_its_shuffling_costs()
    {
        PermutationImportance importance = PermutationImportance.Of(
            PredictLinear, Linear, MeanSquaredError, higherIsBetter: false, repeats: 20, seed: 1, cancellationToken: Token);

        Assert.Equal(0, importance.Baseline);
        Assert.Equal(["a", "b", "c"], importance.Ranked.Select(feature => feature.Name));

        // A shuffled value is another, independent one: the error is beta^2 (x - x')^2, 2 beta^2 var(x) = beta^2 / 6 on average.
        Assert.Equal(9.0 / 6, importance.Features[0].Mean, 0.1);
        Assert.Equal(1.0 / 6, importance.Features[1].Mean, 0.01);
        Assert.Equal(0, importance.Features[2].Mean);
        Assert.Equal(0, importance.Features[2].StandardDeviation);
    }

    [Fact]
    public void Each_repeat_is_the_metric_of_rows_with_one_feature_permuted()
    {
        PermutationImportance importance = PermutationImportance.Of(
            PredictLinear, Linear, (answers, targets) => -MeanSquaredError(answers, targets), true, 3, seed: 7, Token);

        for (int feature = 0; feature < 3; feature++)
        {
            double[] expected = new double[3];
            for (int repeat = 0; repeat < 3; repeat++)
            {
                int[] order = new int[Rows];
                PermutationImportance.Permutation(order, 7, feature, repeat);
                float[] shuffled = Linear.AllFeatures.ToArray();
                for (int row = 0; row < Rows; row++)
                {
                    shuffled[(row * 3) + feature] = Linear.Features(order[row])[feature];
                }

                expected[repeat] = MeanSquaredError(PredictLinear(shuffled), Linear.AllTargets.ToArray());
            }

            FeatureImportance found = importance.Features[feature];
            Assert.Equal(expected, found.Repeats);
            Assert.Equal(expected.Average(), found.Mean, 1e-15);
            Assert.Equal(Math.Sqrt(expected.Average(value => Math.Pow(value - expected.Average(), 2))), found.StandardDeviation, 1e-15);
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_figures_and_more_repeats_add_to_them()
    {
        double[] few = Repeats(seed: 3, repeats: 2);
        double[] more = Repeats(seed: 3, repeats: 4);

        Assert.Equal(few, more[..2]);
        Assert.NotEqual(few, Repeats(seed: 4, repeats: 2));
        Assert.Equal(more.Length, more.Distinct().Count());

        static double[] Repeats(ulong seed, int repeats) =>
            PermutationImportance.Of(PredictLinear, Linear, MeanSquaredError, false, repeats, seed, Token).Features[0].Repeats;
    }

    [Fact]
    public void A_feature_that_a_network_does_not_look_at_is_worth_nothing()
    {
        TruthTable network = new(seed: 5);
        Parameter<float> kernel = network.Parameters["dense_0/kernel"];
        float[] values = kernel.ToArray();
        values.AsSpan(2 * 4).Clear();
        kernel.CopyFrom(values);
        Dataset data = MakeLogic();

        PermutationImportance importance = PermutationImportance.Of(network, data, Metric.RocAuc, 10, seed: 2, cancellationToken: Token);

        Assert.Equal(
            Metrics.Evaluate<float>(Metric.RocAuc, network.Summary, Answers(network, data), data.AllTargets), importance.Baseline);
        Assert.Equal(["0", "1", "2"], importance.Features.Select(feature => feature.Name));
        Assert.Equal(0, importance.Features[2].Mean);
        Assert.All(importance.Features.Take(2), feature => Assert.NotEqual(0, feature.Mean));
    }

    [Fact]
    public void An_error_that_rises_is_worth_something_too()
    {
        TruthTable network = new(seed: 5);
        float[] answers = Answers(network, MakeLogic());
        Dataset own = new(MakeLogic().AllFeatures.ToArray(), [3], answers, [1]);

        PermutationImportance importance = PermutationImportance.Of(network, own, Metric.MeanSquaredError, cancellationToken: Token);

        Assert.Equal(0, importance.Baseline);
        Assert.All(importance.Features, feature => Assert.True(feature.Mean > 0));
    }

    [Fact]
    public void Weights_choose_the_rows_that_count()
    {
        Dataset data = MakeLogic();
        TruthTable network = new(seed: 5);
        float[] weights = [.. Enumerable.Range(0, data.Count).Select(i => i < data.Count / 2 ? 1f : 0f)];

        PermutationImportance importance = PermutationImportance.Of(
            network, data, Metric.MeanAbsoluteError, weights: weights, cancellationToken: Token);

        Assert.Equal(
            Metrics.Evaluate<float>(Metric.MeanAbsoluteError, network.Summary, Answers(network, data), data.AllTargets, weights),
            importance.Baseline);
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Dataset untold = new(new float[6], [3], [], [0]);
        Dataset other = new(new float[8], [4], new float[2], [1]);
        TruthTable network = new(seed: 5);

        Assert.Throws<ArgumentException>(
            () => PermutationImportance.Of(PredictLinear, untold, MeanSquaredError, cancellationToken: Token));
        AssertRefused<ArgumentException>(untold, Metric.RocAuc);
        AssertRefused<ArgumentException>(other, Metric.RocAuc);
        AssertRefused<ArgumentException>(MakeLogic(), Metric.CategoricalAccuracy);
        AssertRefused<ArgumentOutOfRangeException>(MakeLogic(), Metric.RocAuc, repeats: 0);
        using CancellationTokenSource cancelled = new();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(
            () => PermutationImportance.Of(network, MakeLogic(), Metric.RocAuc, cancellationToken: cancelled.Token));

        void AssertRefused<TError>(Dataset data, Metric metric, int repeats = 5)
            where TError : Exception =>
            Assert.Throws<TError>(() => PermutationImportance.Of(network, data, metric, repeats, cancellationToken: Token));
    }

    private static Dataset MakeLinear(string[] names)
    {
        float[] features = new float[Rows * 3];
        for (int i = 0; i < features.Length; i++)
        {
            // Equidistributed: multiples of the inverse plastic number and of its powers.
            features[i] = (float)((((i / 3) + 1) * Math.Pow(0.8191725133961645, (i % 3) + 1)) % 1);
        }

        return new Dataset(features, [3], PredictLinear(features), [1], names);
    }

    private static float[] PredictLinear(float[] features) => [.. features.Chunk(3).Select(row => (3 * row[0]) + row[1])];

    private static double MeanSquaredError(float[] outputs, float[] targets) =>
        outputs.Zip(targets, (output, target) => Math.Pow((double)output - target, 2)).Average();

    private static Dataset MakeLogic()
    {
        float[] features = [.. Enumerable.Range(0, 8 * 6 * 3).Select(i => (float)((i / 3 >> (i % 3)) & 1))];
        float[] targets = [.. features.Chunk(3).Select(row => row[0] == 1 && row[1] == 0 ? 1f : 0f)];
        return new Dataset(features, [3], targets, [1]);
    }

    private static float[] Answers(TruthTable network, Dataset data)
    {
        float[] outputs = new float[data.Count];
        network.Predict(data.AllFeatures, outputs);
        return outputs;
    }
}
