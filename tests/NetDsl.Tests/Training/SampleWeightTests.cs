using NetDsl.Data;
using NetDsl.Training;

namespace NetDsl.Tests.Training;

/// <summary>Weights of samples and of classes, in training and in evaluation.</summary>
public sealed class SampleWeightTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_weight_of_2_counts_like_the_row_twice_and_0_leaves_it_out()
    {
        Dataset data = Samples.OfLine(4);
        float[] weighted = Train(data.WithSampleWeights([2, 1, 0, 1]), rate: 0.1);

        // As many rows, so that the mean is over the same number.
        float[] repeated = Train(data.Subset([0, 0, 1, 3]), rate: 0.1);
        Assert.Equal(repeated, weighted, (a, b) => Math.Abs(a - b) < 1e-6f);
    }

    [Fact]
    public void A_negative_weight_takes_its_row_s_part_away()
    {
        Dataset data = Samples.OfLine(2);

        // The same row with opposite weights leaves the other alone.
        Dataset cancelled = data.Subset([0, 0, 1, 1]).WithSampleWeights([1, -1, 1, 1]);
        Assert.Equal(Train(data.Subset([1, 1]), rate: 0.1), Train(cancelled, rate: 0.2), (a, b) => Math.Abs(a - b) < 1e-6f);
    }

    [Fact]
    public void Weights_of_1_change_no_bit()
    {
        Dataset data = Samples.OfLine(40);
        Assert.Equal(Train(data, rate: 0.1, batchSize: 8), Train(data.WithSampleWeights([.. Enumerable.Repeat(1f, 40)]), rate: 0.1, batchSize: 8));
    }

    [Fact]
    public void Shuffled_rows_keep_their_weights()
    {
        // Rows of weight 0 have targets that would spoil the fit.
        Dataset line = Samples.OfLine(60);
        float[] targets = line.AllTargets.ToArray();
        float[] weights = new float[60];
        for (int row = 0; row < targets.Length; row++)
        {
            weights[row] = row % 3 == 0 ? 0 : 1.5f;
            targets[row] = row % 3 == 0 ? 100 : targets[row];
        }

        Dataset data = new(line.AllFeatures.ToArray(), [2], targets, [1], sampleWeights: weights);
        SingleLayerNetwork<float> network = Line();
        Trainer<float> trainer = new(network, new SGD { LearningRate = 0.2 });
        trainer.Fit(data, epochs: 60, batchSize: 7, cancellationToken: Token);
        Assert.Equal(0, trainer.Evaluate(line, Token).Loss, 1e-6);
    }

    [Fact]
    public void The_mean_loss_is_the_weighted_sum_over_the_number_of_rows()
    {
        Dataset data = Samples.OfLine(150);
        float[] weights = [.. Enumerable.Range(0, 150).Select(row => (row % 5) - 1.5f)];
        SingleLayerNetwork<float> network = Line();
        network.Initialize(3);
        Trainer<float> trainer = new(network, new SGD());
        double expected = Enumerable.Range(0, 150).Sum(row => weights[row] * trainer.Evaluate(data.Subset([row]), Token).Loss) / 150;
        Assert.Equal(expected, trainer.Evaluate(data.WithSampleWeights(weights), Token).Loss, 1e-6);
    }

    [Fact]
    public void Data_without_weights_have_none_after_data_with_some()
    {
        Dataset data = Samples.OfLine(30);
        SingleLayerNetwork<float> network = Line();
        network.Initialize(3);
        Trainer<float> trainer = new(network, new SGD { LearningRate = 0 });
        double plain = trainer.Evaluate(data, Token).Loss;
        History history = trainer.Fit(
            data.WithSampleWeights([.. Enumerable.Repeat(3f, 30)]), validation: data, epochs: 2, batchSize: 10, cancellationToken: Token);

        Assert.All(history, epoch => Assert.Equal(plain, epoch.ValidationLoss!.Value, 1e-6));
        Assert.All(history, epoch => Assert.Equal(3 * plain, epoch.Loss, 1e-5));
        Assert.Equal(plain, trainer.Evaluate(data, Token).Loss, 1e-9);
    }

    [Fact]
    public void Class_weights_multiply_those_of_the_samples()
    {
        Dataset data = Samples.OfLargest(40);
        float[] own = [.. Enumerable.Range(0, 40).Select(row => row % 2 == 0 ? 1f : -0.5f)];
        float[] both = [.. own.Select((weight, row) => weight * (data.Targets(row).IndexOf(1f) switch { 0 => 2f, 2 => 0.25f, _ => 1f }))];
        SingleLayerNetwork<float> network = Classes();
        network.Initialize(2);
        Trainer<float> plain = new(network, new SGD());
        Trainer<float> weighing = new(network, new SGD()) { ClassWeights = new Dictionary<int, double> { [0] = 2, [2] = 0.25 } };

        Assert.Equal(plain.Evaluate(data.WithSampleWeights(both), Token).Loss, weighing.Evaluate(data.WithSampleWeights(own), Token).Loss, 1e-9);
    }

    [Fact]
    public void Accuracy_counts_each_row_once()
    {
        Dataset data = Samples.OfLargest(50);
        SingleLayerNetwork<float> network = Classes();
        network.Initialize(2);
        Trainer<float> trainer = new(network, new SGD());
        float[] weights = [.. Enumerable.Range(0, 50).Select(row => row - 25f)];

        Assert.Equal(trainer.Evaluate(data, Token).Accuracy, trainer.Evaluate(data.WithSampleWeights(weights), Token).Accuracy);
    }

    [Fact]
    public void A_class_that_there_is_not_is_refused() =>
        Assert.Contains(
            "the classes 0 to 2",
            Assert.Throws<ArgumentException>(() => new Trainer<float>(Classes(), new SGD()) { ClassWeights = new Dictionary<int, double> { [3] = 1 } }
                .Fit(Samples.OfLargest(5), cancellationToken: Token)).Message);

    [Fact]
    public void Class_weights_of_values_are_refused_with_the_row() =>
        Assert.Equal(
            0,
            Assert.Throws<DataFormatException>(() => new Trainer<float>(Line(), new SGD()) { ClassWeights = new Dictionary<int, double> { [1] = 2 } }
                .Fit(Samples.OfLine(5), cancellationToken: Token)).Row);

    private static SingleLayerNetwork<float> Line() => new(2, 1, Activation.Linear, Loss.MeanSquaredError);

    private static SingleLayerNetwork<float> Classes() => new(3, 3, Activation.Softmax, Loss.CategoricalCrossentropy);

    private static float[] Train(Dataset data, double rate, int? batchSize = null)
    {
        SingleLayerNetwork<float> network = Line();
        new Trainer<float>(network, new SGD { LearningRate = rate }).Fit(data, epochs: 5, batchSize: batchSize, cancellationToken: Token);
        return network.Parameters.Values.ToArray();
    }
}
