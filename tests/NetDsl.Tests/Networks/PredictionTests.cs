using NetDsl.Tests.Gradients;
using NetDsl.Tests.Networks.Gradients;
using NetDsl.Training;

namespace NetDsl.Tests.Networks;

public sealed class PredictionTests
{
    public static TheoryData<string> Names => [.. CheckedNetworks.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void One_sample_gets_the_answer_it_gets_in_a_batch_and_in_training(string name)
    {
        // More than a prediction computes at once, and no whole number of tiles.
        const int Samples = 71;
        INetwork<double> network = CheckedNetworks.Create(name);
        NetworkPass<double> pass = network.CreatePass(Samples);
        CheckedNetworks.Fill(pass);
        pass.ForwardBackward(Samples, noiseSeed: null);
        double[] expected = pass.Outputs.ToArray();

        double[] together = new double[expected.Length];
        network.Predict(pass.Inputs, together);
        double[] oneByOne = new double[expected.Length];
        for (int sample = 0; sample < Samples; sample++)
        {
            network.Predict(
                pass.Inputs.Slice(sample * pass.InputSize, pass.InputSize), oneByOne.AsSpan(sample * pass.OutputSize, pass.OutputSize));
        }

        Closeness.Verify<double>("batch", expected, together, 1e-13);
        Closeness.Verify<double>("one by one", expected, oneByOne, 1e-13);
    }

    [Theory]
    [InlineData(nameof(BlocksOfSamples))]
    [InlineData(nameof(PoolsOfTwo))]
    [InlineData(nameof(FilterOfFiveTaps))]
    [InlineData(nameof(FilterOfEvenTaps))]
    [InlineData(nameof(DeepMemory))]
    [InlineData(nameof(GatedAtPlaces))]
    public void A_pass_that_several_threads_share_gives_the_bits_of_one_thread(string name)
    {
        const int Samples = 64;
        INetwork<double> network = CheckedNetworks.Create(name);
        NetworkPass<double> alone = network.CreatePass(Samples, threads: 1, training: false);
        CheckedNetworks.Fill(alone);
        alone.Predict(Samples);
        double[] expected = alone.Outputs.ToArray();

        NetworkPass<double> shared = network.CreatePass(Samples, threads: 4, training: false);
        alone.Inputs.CopyTo(shared.Inputs);
        for (int round = 0; round < 50; round++)
        {
            shared.Predict(Samples);
            Assert.Equal(expected, shared.Outputs);
        }
    }

    [Fact]
    public void Several_threads_at_once_get_the_same_bits_from_one_set_of_weights()
    {
        const int Samples = 100;
        EveryLayer network = new(seed: 3);
        float[] inputs = Batches.Inputs(network, Samples);
        float[] expected = new float[Samples * 3];
        network.Predict(inputs, expected);
        int different = 0;
        Thread[] threads = [.. Enumerable.Range(0, 4).Select(_ => new Thread(() =>
        {
            float[] outputs = new float[expected.Length];
            for (int round = 0; round < 20; round++)
            {
                Array.Clear(outputs);
                network.Predict(inputs, outputs);
                Interlocked.Add(ref different, outputs.AsSpan().SequenceEqual(expected) ? 0 : 1);
            }
        }))];

        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        Assert.Equal(0, different);
    }

    [Fact]
    public void A_part_of_a_sample_and_a_wrong_room_for_answers_are_refused()
    {
        EveryLayer network = new();
        Assert.Contains("100 values a sample", Assert.Throws<ArgumentException>(() => network.Predict(new float[150], new float[3])).Message);
        Assert.Contains("6 outputs", Assert.Throws<ArgumentException>(() => network.Predict(new float[200], new float[3])).Message);
    }
}
