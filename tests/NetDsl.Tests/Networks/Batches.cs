using NetDsl.Training;

namespace NetDsl.Tests.Networks;

/// <summary>Random samples and targets for networks of single precision.</summary>
internal static class Batches
{
    /// <summary>Samples from -1 to 1, [samples, input shape].</summary>
    public static float[] Inputs(INetwork<float> network, int samples, int seed = 1)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, samples * network.Summary.InputSize).Select(_ => (2 * random.NextSingle()) - 1)];
    }

    /// <summary>Fills a pass with samples and one-hot targets.</summary>
    public static void Fill(NetworkPass<float> pass, int seed = 1)
    {
        Inputs(pass.Network, pass.BatchSize, seed).CopyTo(pass.Inputs);
        Random random = new(seed);
        pass.Targets.Clear();
        for (int sample = 0; sample < pass.BatchSize; sample++)
        {
            pass.Targets[(sample * pass.OutputSize) + random.Next(pass.OutputSize)] = 1;
        }
    }

    /// <summary>Takes some training steps, each with its own noise.</summary>
    public static void Train(NetworkPass<float> pass, OptimizerState<float> state, int samples, int steps)
    {
        for (int step = 0; step < steps; step++)
        {
            pass.ForwardBackward(samples, (ulong)state.Steps);
            state.Step(pass.Gradients);
        }
    }
}
