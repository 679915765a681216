using NetDsl.Data;
using NetDsl.Training;

namespace NetDsl.Tests.Training;

/// <summary>What the trainer refuses; in each case nothing may have changed.</summary>
public class TrainerRefusalTests
{
    [Fact]
    public void Features_of_another_shape_are_refused_with_both_shapes()
    {
        Dataset data = new(new float[12], [3, 2], new float[2], [1]);
        ArgumentException error = Refused<ArgumentException>(Line(), data);
        Assert.Contains("samples of shape (2)", error.Message);
        Assert.Contains("features have shape (3, 2)", error.Message);
        Assert.Equal("train", error.ParamName);
    }

    [Fact]
    public void Targets_of_another_shape_are_refused_with_both_shapes()
    {
        Dataset data = new(new float[4], [2], new float[6], [3]);
        ArgumentException error = Refused<ArgumentException>(Line(), data);
        Assert.Contains("needs targets of shape (1)", error.Message);
        Assert.Contains("targets have shape (3)", error.Message);
    }

    [Fact]
    public void One_column_of_labels_for_a_softmax_is_refused_with_a_hint()
    {
        Dataset data = new(new float[6], [3], [0, 1], [1]);
        Assert.Contains("one-hot", Refused<ArgumentException>(Classes(), data).Message);
    }

    [Fact]
    public void Data_without_targets_are_refused()
    {
        Dataset data = new(new float[4], [2], [], [0]);
        Assert.Contains("no targets", Refused<ArgumentException>(Line(), data).Message);
    }

    [Fact]
    public void Wrong_validation_data_are_refused_before_the_first_step()
    {
        SingleLayerNetwork<float> network = Line();
        float[] before = network.Parameters.Values.ToArray();
        Dataset wrong = new(new float[3], [3], new float[1], [1]);
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => new Trainer<float>(network, new SGD()).Fit(Samples.OfLine(10), wrong, cancellationToken: Token));
        Assert.Equal("validation", error.ParamName);
        Assert.Equal(before, network.Parameters.Values.ToArray());
    }

    [Theory]
    [InlineData(11)]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_batch_larger_than_the_data_or_empty_is_refused(int batchSize)
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(
            () => new Trainer<float>(Line(), new SGD()).Fit(Samples.OfLine(10), batchSize: batchSize, cancellationToken: Token));
        Assert.Contains("1 to 10 rows", error.Message);
    }

    [Fact]
    public void Without_a_batch_size_fewer_rows_than_32_are_one_batch()
    {
        Trainer<float> trainer = new(Line(), new SGD());
        trainer.Fit(Samples.OfLine(10), cancellationToken: Token);
        Assert.Equal(1, trainer.OptimizerState.Steps);
        trainer.Fit(Samples.OfLine(33), cancellationToken: Token);
        Assert.Equal(3, trainer.OptimizerState.Steps);
    }

    [Fact]
    public void No_epochs_and_no_threads_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new Trainer<float>(Line(), new SGD()).Fit(Samples.OfLine(10), epochs: 0, cancellationToken: Token));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Trainer<float>(Line(), new SGD()) { Threads = 0 });
    }

    [Theory]
    [InlineData(1.5f)]
    [InlineData(-0.25f)]
    public void A_target_outside_0_to_1_is_refused_with_its_row_and_column_for_a_crossentropy(float target)
    {
        SingleLayerNetwork<float> network = new(2, 1, Activation.Sigmoid, Loss.BinaryCrossentropy);
        Dataset data = new(new float[8], [2], [0, 1, target, 1], [1], targetNames: ["is_signal"]);
        DataFormatException error = Refused<DataFormatException>(network, data);
        Assert.Equal(2, error.Row);
        Assert.Equal("is_signal", error.Column);
        Assert.Contains("targets from 0 to 1", error.Message);
    }

    [Fact]
    public void Targets_that_do_not_sum_to_1_are_refused_with_their_row_for_a_categorical_crossentropy()
    {
        Dataset data = new(new float[9], [3], [1, 0, 0, 0, 1, 1, 0, 0, 1], [3]);
        DataFormatException error = Refused<DataFormatException>(Classes(), data);
        Assert.Equal(1, error.Row);
        Assert.Contains("sum to 2", error.Message);
    }

    [Fact]
    public void Probabilities_as_targets_are_welcome()
    {
        Dataset data = new(new float[6], [3], [0.2f, 0.5f, 0.3f, 0.1f, 0.1f, 0.8f], [3]);
        Assert.Single(new Trainer<float>(Classes(), new SGD()).Fit(data, cancellationToken: Token));
    }

    [Theory]
    [InlineData(2, 1, 1)]
    [InlineData(1, 2, 1)]
    public void Extents_of_one_do_not_matter(params int[] shape)
    {
        Dataset data = new(new float[6], shape, new float[3], [1]);
        Assert.Single(new Trainer<float>(Line(), new SGD()).Fit(data, cancellationToken: Token));
    }

    [Fact]
    public void A_flat_network_takes_images()
    {
        SingleLayerNetwork<float> network = new(6, 1, Activation.Linear, Loss.MeanSquaredError);
        Dataset data = new(new float[6], [2, 3], new float[1], [1]);
        Assert.Single(new Trainer<float>(network, new SGD()).Fit(data, cancellationToken: Token));
    }

    [Fact]
    public void A_loss_that_is_not_finite_is_an_error_that_names_epoch_and_batch()
    {
        SingleLayerNetwork<float> network = Line();
        TrainingDivergedException error = Assert.Throws<TrainingDivergedException>(
            () => new Trainer<float>(network, new SGD { LearningRate = 1e15 })
                .Fit(Samples.OfLine(40), epochs: 5, batchSize: 5, cancellationToken: Token));
        Assert.Equal(1, error.Epoch);
        Assert.InRange(error.Batch, 2, 8);
        Assert.Contains($"epoch 1, batch {error.Batch}: lower the learning rate", error.Message);
    }

    [Fact]
    public void Parameters_that_the_last_step_made_infinite_are_an_error()
    {
        SingleLayerNetwork<float> network = Line();
        TrainingDivergedException error = Assert.Throws<TrainingDivergedException>(
            () => new Trainer<float>(network, new SGD { LearningRate = 1e300 }).Fit(Samples.OfLine(5), cancellationToken: Token));
        Assert.Contains("'dense_0/kernel' became", error.Message);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static SingleLayerNetwork<float> Line() => new(2, 1, Activation.Linear, Loss.MeanSquaredError);

    private static SingleLayerNetwork<float> Classes() => new(3, 3, Activation.Softmax, Loss.CategoricalCrossentropy);

    private static TException Refused<TException>(SingleLayerNetwork<float> network, Dataset data)
        where TException : Exception
    {
        float[] before = network.Parameters.Values.ToArray();
        Trainer<float> trainer = new(network, new SGD());
        TException error = Assert.Throws<TException>(() => trainer.Fit(data, cancellationToken: Token));
        Assert.Throws<TException>(() => trainer.Evaluate(data, Token));
        Assert.Equal(before, network.Parameters.Values.ToArray());
        Assert.Equal(0, trainer.OptimizerState.Steps);
        return error;
    }
}
