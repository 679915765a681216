using NetDsl.Data;
using NetDsl.Training;

namespace NetDsl.Tests.Networks;

/// <summary>What recurrent layers promise besides their outputs and gradients.</summary>
public sealed class RecurrentLayerTests
{
    private const int Batch = 21;

    [Fact]
    public void Ten_steps_give_the_same_bits_by_one_thread_and_by_three()
    {
        Assert.Equal(Trained(threads: 1).Parameters.Values.ToArray(), Trained(threads: 3).Parameters.Values.ToArray());
    }

    [Fact]
    public void Ten_steps_change_every_parameter_and_leave_the_padding_between_them_zero()
    {
        RecurrentLayers before = new(seed: 4);
        ParameterSet<float> after = Trained(threads: 1).Parameters;
        Assert.All(before.Parameters, parameter => Assert.NotEqual(parameter.ToArray(), after[parameter.Name].ToArray()));

        bool[] isValue = new bool[after.Values.Length];
        foreach (ParameterLayout layout in after.Definitions.Select(definition => definition.Layout))
        {
            for (int i = 0; i < layout.Rows * layout.Columns; i++)
            {
                isValue[layout.IndexOf(i / layout.Columns, i % layout.Columns)] = true;
            }
        }

        Assert.Contains(false, isValue);
        Assert.All(after.Values.ToArray().Where((_, i) => !isValue[i]), value => Assert.Equal(0, value));
    }

    [Fact]
    public void A_smaller_batch_sees_nothing_of_the_larger_one_before_it()
    {
        NetworkPass<float> used = new RecurrentLayers(seed: 4).CreatePass(64);
        Batches.Fill(used, seed: 1);
        used.ForwardBackward(64, noiseSeed: null);
        foreach (int samples in new[] { 7, 1, 64, 21 })
        {
            Batches.Fill(used, seed: samples);
            double loss = used.ForwardBackward(samples, noiseSeed: null);
            NetworkPass<float> fresh = new RecurrentLayers(seed: 4).CreatePass(64);
            Batches.Fill(fresh, seed: samples);

            Assert.Equal(fresh.ForwardBackward(samples, noiseSeed: null), loss);
            Assert.Equal(fresh.Outputs.ToArray(), used.Outputs.ToArray());
            Assert.Equal(fresh.Gradients.Values.ToArray(), used.Gradients.Values.ToArray());
        }
    }

    [Fact]
    public void The_forget_gate_s_bias_begins_at_one_and_the_others_at_zero()
    {
        float[] bias = new PulseShape().Parameters["lstm_0/bias"].ToArray();

        Assert.Equal(48, bias.Length);
        Assert.Equal([.. Enumerable.Range(0, 48).Select(i => i is >= 12 and < 24 ? 1f : 0f)], bias);
    }

    [Fact]
    public void An_LSTM_learns_to_tell_a_slow_pulse_from_a_fast_one()
    {
        PulseShape network = new(seed: 1);
        (float[] seen, float[] labels) = Pulses(512, seed: 1);
        Trainer<float> trainer = new(network, new Adam { LearningRate = 0.01 });
        trainer.Fit(new Dataset(seen, [24, 1], labels, [1]), epochs: 20, batchSize: 32, cancellationToken: TestContext.Current.CancellationToken);

        (float[] unseen, float[] targets) = Pulses(256, seed: 2);
        float[] answers = new float[targets.Length];
        network.Predict(unseen, answers);
        Assert.InRange(answers.Zip(targets, (answer, target) => Math.Abs(answer - target)).Count(error => error < 0.5), 240, 256);
    }

    private static RecurrentLayers Trained(int threads)
    {
        RecurrentLayers network = new(seed: 4);
        NetworkPass<float> pass = network.CreatePass(Batch, threads);
        OptimizerState<float> state = new Adam().CreateState(network.Parameters, threads);
        Batches.Fill(pass);
        Batches.Train(pass, state, Batch, steps: 10);
        return network;
    }

    // Pulses of one height that begin anywhere and fall off over 3 steps or over 6, in noise: the area alone does not tell them apart
    // where they are cut off.
    private static (float[] Inputs, float[] Targets) Pulses(int count, int seed)
    {
        const int Steps = 24;
        Random random = new(seed);
        float[] inputs = new float[count * Steps];
        float[] targets = new float[count];
        for (int i = 0; i < count; i++)
        {
            targets[i] = random.Next(2);
            int start = random.Next(12);
            double decay = targets[i] == 0 ? 3 : 6;
            for (int step = 0; step < Steps; step++)
            {
                double pulse = step < start ? 0 : Math.Exp((start - step) / decay);
                inputs[(i * Steps) + step] = (float)(pulse + (0.05 * (random.NextDouble() - 0.5)));
            }
        }

        return (inputs, targets);
    }
}
