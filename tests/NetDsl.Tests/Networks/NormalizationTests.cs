using NetDsl.Interchange;
using NetDsl.Training;

namespace NetDsl.Tests.Networks;

/// <summary>What normalisations promise besides their gradients.</summary>
public sealed class NormalizationTests
{
    private const int Batch = 21;

    [Fact]
    public void Ten_steps_give_the_same_bits_by_one_thread_by_two_and_by_three()
    {
        float[] expected = Trained(threads: 1).Parameters.Values.ToArray();
        Assert.Equal(expected, Trained(threads: 2).Parameters.Values.ToArray());
        Assert.Equal(expected, Trained(threads: 3).Parameters.Values.ToArray());
    }

    [Fact]
    public void Statistics_lie_after_all_that_is_trained_and_no_optimiser_changes_them()
    {
        EveryNormalization network = new(seed: 4);
        ParameterSet<float> gradients = network.Parameters.CreateLike();
        gradients.Values.Fill(1);
        int trainable = network.Parameters.TrainableLength;
        float[] before = network.Parameters.Values[trainable..].ToArray();

        new SGD { LearningRate = 1 }.CreateState(network.Parameters, threads: 1).Step(gradients);

        Assert.Equal(before, network.Parameters.Values[trainable..].ToArray());
        Assert.All(network.Parameters, parameter => Assert.Equal(
            parameter.Definition.Layout.Offset < trainable,
            !(parameter.Name.Contains("moving_", StringComparison.Ordinal) || parameter.Name.StartsWith("normalization_0/", StringComparison.Ordinal))));
        Assert.NotEqual(new EveryNormalization(seed: 4).Parameters["dense_0/kernel"].ToArray(), network.Parameters["dense_0/kernel"].ToArray());
    }

    [Fact]
    public void The_summary_counts_what_is_trained_and_what_is_not()
    {
        NetworkSummary summary = NormalizedFeatures.Description;
        Assert.Equal(2 * (6 + 40 + 33), summary.NonTrainableParameterCount);
        Assert.Equal(summary.ParameterCount, summary.TrainableParameterCount + summary.NonTrainableParameterCount);
        Assert.Equal(4 * 40, summary.Layers.Single(layer => layer.Name == "batchnormalization_0").Parameters);
        Assert.Contains("Non-trainable parameters: 158 (", summary.ToString());
    }

    [Fact]
    public void A_training_step_normalises_by_the_batch_and_moves_the_statistics_towards_it()
    {
        NormalizedSamples network = new();
        NetworkPass<float> pass = network.CreatePass(3);
        float[] values = [.. Enumerable.Range(0, 30).Select(i => (float)(((i * 7) % 11) + (i % 2 == 0 ? 0 : 100)))];
        values.CopyTo(pass.Inputs);

        pass.ForwardBackward(3, noiseSeed: 1);

        for (int channel = 0; channel < 2; channel++)
        {
            double[] of = [.. values.Where((_, i) => i % 2 == channel).Select(value => (double)value)];
            double mean = of.Average();
            double variance = of.Average(value => (value - mean) * (value - mean));
            double[] expected = [.. of.Select(value => (value - mean) / Math.Sqrt(variance + 1e-3))];
            Closeness.Verify<float>("output", expected, pass.Outputs.ToArray().Where((_, i) => i % 2 == channel).ToArray(), 1e-6);
            Assert.Equal(0.25 * mean, network.Parameters["batchnormalization_0/moving_mean"][channel], 1e-5);
            Assert.Equal(0.75 + (0.25 * variance), network.Parameters["batchnormalization_0/moving_variance"][channel], 1e-5);
        }
    }

    [Fact]
    public void Only_a_training_step_changes_the_statistics()
    {
        NormalizedSamples network = new();
        NetworkPass<float> pass = network.CreatePass(8);
        Batches.Inputs(network, 8).CopyTo(pass.Inputs);
        float[] before = network.Parameters.Values.ToArray();

        pass.Evaluate(8);
        pass.Predict(8);
        pass.ForwardBackward(8, noiseSeed: null);
        network.Predict(pass.Inputs, new float[80]);

        Assert.Equal(before, network.Parameters.Values.ToArray());
        pass.ForwardBackward(8, noiseSeed: 0);
        Assert.NotEqual(before, network.Parameters.Values.ToArray());
    }

    [Fact]
    public void A_mean_that_is_large_against_the_deviation_costs_no_digits_of_the_variance()
    {
        const int Samples = 512;
        NormalizedSamples network = new();
        NetworkPass<float> pass = network.CreatePass(Samples);
        Random random = new(5);
        foreach (ref float value in pass.Inputs)
        {
            // Exact in single precision; their squares are not: those of a deviation of 2.3 would be lost 100 times over.
            value = 100_000 + random.Next(8);
        }

        pass.ForwardBackward(Samples, noiseSeed: 1);

        double[] outputs = [.. pass.Outputs.ToArray().Select(value => (double)value)];
        double mean = outputs.Average();
        Assert.Equal(1, outputs.Average(value => (value - mean) * (value - mean)), 1e-3);
    }

    [Theory]
    [InlineData(typeof(EveryNormalization))]
    [InlineData(typeof(NormalizedFeatures))]
    [InlineData(typeof(NormalizedByLayer))]
    public void A_prediction_fused_or_on_the_stack_gives_what_evaluation_gives(Type type)
    {
        const int Samples = 71;
        INetwork<float> network = (INetwork<float>)Activator.CreateInstance(type, 3UL)!;
        NetworkPass<float> pass = network.CreatePass(Samples);
        Batches.Fill(pass);
        Batches.Train(pass, new Adam().CreateState(network.Parameters, threads: 1), Samples, steps: 5);
        pass.Evaluate(Samples);
        double[] expected = [.. pass.Outputs.ToArray().Select(value => (double)value)];

        float[] together = new float[expected.Length];
        network.Predict(pass.Inputs, together);
        float[] oneByOne = new float[expected.Length];
        for (int sample = 0; sample < Samples; sample++)
        {
            network.Predict(pass.Inputs.Slice(sample * pass.InputSize, pass.InputSize), oneByOne.AsSpan(sample * pass.OutputSize, pass.OutputSize));
        }

        NetworkPass<float> shared = network.CreatePass(Samples, threads: 3, training: false);
        pass.Inputs.CopyTo(shared.Inputs);
        shared.Predict(Samples);

        Closeness.Verify<float>("batch", expected, together, 1e-5);
        Closeness.Verify<float>("one by one", expected, oneByOne, 1e-5);
        Closeness.Verify("three threads", expected, shared.Outputs, 1e-5);
    }

    [Fact]
    public void Predictions_by_one_thread_and_by_several_have_the_same_bits()
    {
        const int Samples = 64;
        EveryNormalization network = Trained(threads: 1);
        NetworkPass<float> alone = network.CreatePass(Samples, threads: 1, training: false);
        NetworkPass<float> shared = network.CreatePass(Samples, threads: 4, training: false);
        Batches.Inputs(network, Samples).CopyTo(alone.Inputs);
        alone.Inputs.CopyTo(shared.Inputs);
        alone.Predict(Samples);
        for (int round = 0; round < 20; round++)
        {
            shared.Predict(Samples);
            Assert.Equal(alone.Outputs, shared.Outputs);
        }
    }

    [Fact]
    public void A_smaller_batch_sees_nothing_of_the_larger_one_before_it()
    {
        NetworkPass<float> used = new EveryNormalization(seed: 4).CreatePass(64);
        Batches.Fill(used, seed: 1);
        used.ForwardBackward(64, noiseSeed: 1, inputGradients: true);
        foreach (int samples in new[] { 7, 1, 64, 21 })
        {
            Batches.Fill(used, seed: samples);
            double loss = used.ForwardBackward(samples, noiseSeed: 2, inputGradients: true);
            NetworkPass<float> fresh = new EveryNormalization(seed: 4).CreatePass(64);
            Batches.Fill(fresh, seed: samples);

            Assert.Equal(fresh.ForwardBackward(samples, noiseSeed: 2, inputGradients: true), loss);
            Assert.Equal(fresh.Outputs.ToArray(), used.Outputs.ToArray());
            Assert.Equal(fresh.InputGradients.ToArray(), used.InputGradients.ToArray());
            Assert.Equal(fresh.Gradients.Values.ToArray(), used.Gradients.Values.ToArray());
        }
    }

    [Fact]
    public void The_padding_of_parameters_and_gradients_stays_zero()
    {
        EveryNormalization network = new(seed: 4);
        NetworkPass<float> pass = network.CreatePass(Batch);
        Batches.Fill(pass);
        Batches.Train(pass, new Adam().CreateState(network.Parameters, threads: 1), Batch, steps: 5);
        bool[] isValue = new bool[network.Parameters.Values.Length];
        foreach (ParameterLayout layout in network.Parameters.Definitions.Select(definition => definition.Layout))
        {
            for (int i = 0; i < layout.Rows * layout.Columns; i++)
            {
                isValue[layout.IndexOf(i / layout.Columns, i % layout.Columns)] = true;
            }
        }

        Assert.All(network.Parameters.Values.ToArray().Where((_, i) => !isValue[i]), value => Assert.Equal(0, value));
        Assert.All(pass.Gradients.Values.ToArray().Where((_, i) => !isValue[i]), value => Assert.Equal(0, value));
        Assert.All(pass.Gradients.Values[pass.Gradients.TrainableLength..].ToArray(), value => Assert.Equal(0, value));
    }

    [Fact]
    public void Statistics_are_saved_and_loaded_by_name()
    {
        EveryNormalization saved = Trained(threads: 1);
        using TemporaryFolder folder = new();
        string path = folder.File("model.safetensors");
        ModelFile.SaveParameters(saved, path);
        EveryNormalization loaded = new(seed: 9);
        ModelFile.LoadParameters(loaded, path);

        Assert.Equal(saved.Parameters.Values.ToArray(), loaded.Parameters.Values.ToArray());
        Assert.Equal([20], SafetensorsFile.Read(path)["batchnormalization_0/moving_variance"].Shape);
    }

    private static EveryNormalization Trained(int threads)
    {
        EveryNormalization network = new(seed: 4);
        NetworkPass<float> pass = network.CreatePass(Batch, threads);
        Batches.Fill(pass);
        Batches.Train(pass, new Adam().CreateState(network.Parameters, threads), Batch, steps: 10);
        return network;
    }
}
