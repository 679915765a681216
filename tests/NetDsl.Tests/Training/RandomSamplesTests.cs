using NetDsl.Data;
using NetDsl.Tests.Networks;
using NetDsl.Training;

namespace NetDsl.Tests.Training;

public sealed class RandomSamplesTests
{
    public static TheoryData<Loss> Losses => [.. Enum.GetValues<Loss>()];

    [Theory]
    [MemberData(nameof(Losses))]
    public void Targets_are_such_as_the_loss_takes(Loss loss)
    {
        SingleLayerNetwork<float> network = new(3, 4, Activation.Sigmoid, loss);
        Dataset data = RandomSamples.Draw(network, 50, seed: 1);

        Assert.Equal(50, data.Count);
        TrainingChecks.Targets(network.Summary, data, nameof(data));

        // Not the same in all rows, with which a check or a measurement would be of a special case.
        Assert.True(data.AllTargets.ToArray().Distinct().Count() > 1);
    }

    [Fact]
    public void The_same_seed_gives_the_same_samples_and_another_gives_others()
    {
        SingleLayerNetwork<float> network = new(3, 4, Activation.Softmax, Loss.CategoricalCrossentropy);
        Dataset first = RandomSamples.Draw(network, 5, seed: 1);
        Dataset same = RandomSamples.Draw(network, 5, seed: 1);
        Dataset other = RandomSamples.Draw(network, 5, seed: 2);

        Assert.True(first.AllFeatures.SequenceEqual(same.AllFeatures) && first.AllTargets.SequenceEqual(same.AllTargets));
        Assert.False(first.AllFeatures.SequenceEqual(other.AllFeatures));
    }

    [Fact]
    public void Features_are_normal()
    {
        Dataset data = RandomSamples.Draw(new SingleLayerNetwork<float>(10, 1, Activation.Linear, Loss.MeanSquaredError), 1000, seed: 1);
        float[] features = data.AllFeatures.ToArray();
        Assert.InRange(features.Average(), -0.05, 0.05);
        Assert.InRange(features.Average(value => value * value), 0.95, 1.05);
    }

    [Fact]
    public void An_embedding_gets_all_of_its_numbers_and_no_others()
    {
        Dataset data = RandomSamples.Draw(new EmbeddedDouble2D(), 100, seed: 1);
        Assert.Equal(Enumerable.Range(0, 7).Select(number => (float)number), data.AllFeatures.ToArray().Distinct().Order());
    }

    [Fact]
    public void Of_several_inputs_each_gets_the_numbers_of_its_table_or_any_values()
    {
        Dataset data = RandomSamples.Draw(new TwoTablesAndValues(), 200, seed: 1);
        float[] Column(int column) => [.. Enumerable.Range(0, data.Count).Select(row => data.Features(row)[column])];

        Assert.Equal(4, Column(0).Max());
        Assert.Contains(Column(1), value => value != MathF.Floor(value));
        Assert.Equal(10, Column(2).Max());
        Assert.All(Column(0).Concat(Column(2)), value => Assert.Equal(MathF.Floor(value), value));
    }

    [Fact]
    public void Numbers_that_the_network_computes_cannot_be_drawn()
    {
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => RandomSamples.Draw(new ComputedNumbers(seed: 1), 1));
        Assert.Contains("ComputedNumbers", error.Message);
        Assert.Contains("give data", error.Message);
    }
}
