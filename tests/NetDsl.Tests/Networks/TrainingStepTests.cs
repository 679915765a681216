using NetDsl.Training;

namespace NetDsl.Tests.Networks;

/// <summary>What a training step promises besides its gradients.</summary>
public sealed class TrainingStepTests
{
    private const int Batch = 21;
    private const int Steps = 20;

    [Fact]
    public void Twenty_steps_with_dropout_give_the_same_bits_by_one_thread_and_by_two()
    {
        Assert.Equal(Trained(threads: 1).Parameters.Values.ToArray(), Trained(threads: 2).Parameters.Values.ToArray());
    }

    [Fact]
    public void Twenty_steps_change_every_parameter()
    {
        EveryLayer before = new(seed: 4);
        EveryLayer after = Trained(threads: 1);
        Assert.All(before.Parameters, parameter => Assert.NotEqual(parameter.ToArray(), after.Parameters[parameter.Name].ToArray()));
    }

    [Fact]
    public void The_padding_between_parameters_stays_zero()
    {
        ParameterSet<float> parameters = Trained(threads: 1).Parameters;
        bool[] isValue = new bool[parameters.Values.Length];
        foreach (ParameterLayout layout in parameters.Definitions.Select(definition => definition.Layout))
        {
            for (int i = 0; i < layout.Rows * layout.Columns; i++)
            {
                isValue[layout.IndexOf(i / layout.Columns, i % layout.Columns)] = true;
            }
        }

        float[] padding = [.. parameters.Values.ToArray().Where((_, i) => !isValue[i])];

        Assert.NotEmpty(padding);
        Assert.All(padding, value => Assert.Equal(0, value));
    }

    [Fact]
    public void A_smaller_batch_sees_nothing_of_the_larger_one_before_it()
    {
        NetworkPass<float> used = new EveryLayer(seed: 4).CreatePass(64);
        Batches.Fill(used, seed: 1);
        used.ForwardBackward(64, noiseSeed: 1, inputGradients: true);
        foreach (int samples in new[] { 7, 1, 64, 21 })
        {
            Batches.Fill(used, seed: samples);
            double loss = used.ForwardBackward(samples, noiseSeed: 2, inputGradients: true);
            NetworkPass<float> fresh = new EveryLayer(seed: 4).CreatePass(64);
            Batches.Fill(fresh, seed: samples);

            Assert.Equal(fresh.ForwardBackward(samples, noiseSeed: 2, inputGradients: true), loss);
            Assert.Equal(fresh.Outputs.ToArray(), used.Outputs.ToArray());
            Assert.Equal(fresh.InputGradients.ToArray(), used.InputGradients.ToArray());
            Assert.Equal(fresh.Gradients.Values.ToArray(), used.Gradients.Values.ToArray());
        }
    }

    [Fact]
    public void A_prediction_sees_nothing_of_the_larger_one_before_it()
    {
        EveryLayer network = new(seed: 4);
        float[] inputs = Batches.Inputs(network, 64);
        network.Predict(inputs, new float[64 * 3]);
        float[] used = new float[5 * 3];
        network.Predict(inputs.AsSpan(300, 500), used);
        float[] fresh = new float[5 * 3];
        new EveryLayer(seed: 4).Predict(inputs.AsSpan(300, 500), fresh);
        Assert.Equal(fresh, used);
    }

    [Fact]
    public void Loss_and_answers_are_the_same_with_gradients_and_without()
    {
        NetworkPass<float> pass = new EveryLayer(seed: 4).CreatePass(Batch);
        Batches.Fill(pass);
        double loss = pass.Evaluate(Batch);
        float[] outputs = pass.Outputs.ToArray();
        double[] losses = pass.Losses.ToArray();

        Assert.Equal(loss, pass.ForwardBackward(Batch, noiseSeed: null));
        Assert.Equal(outputs, pass.Outputs.ToArray());
        Assert.Equal(losses, pass.Losses.ToArray());
    }

    private static EveryLayer Trained(int threads)
    {
        EveryLayer network = new(seed: 4);
        NetworkPass<float> pass = network.CreatePass(Batch, threads);
        Batches.Fill(pass);
        Batches.Train(pass, new Adam().CreateState(network.Parameters, threads), Batch, Steps);
        return network;
    }
}
