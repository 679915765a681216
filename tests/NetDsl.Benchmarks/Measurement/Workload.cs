using NetDsl.Training;

namespace NetDsl.Benchmarks.Measurement;

/// <summary>A network with the batch it is trained in and the optimiser that trains it.</summary>
/// <param name="Network">The network, initialised.</param>
/// <param name="Batch">The samples of a training step and of a prediction of many.</param>
/// <param name="Optimizer">The optimiser.</param>
internal sealed record Workload(INetwork<float> Network, int Batch, Optimizer Optimizer)
{
    /// <summary>Draws samples, normal as those of the peers.</summary>
    public static void DrawInputs(Random random, Span<float> inputs)
    {
        foreach (ref float value in inputs)
        {
            value = (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(Math.Tau * random.NextDouble()));
        }
    }

    /// <summary>Draws targets that the loss can use: values, labels of 0 and 1, or one class of several.</summary>
    public void DrawTargets(Random random, Span<float> targets)
    {
        int classes = this.Network.Summary.OutputSize;
        for (int first = 0; first < targets.Length; first += classes)
        {
            Span<float> target = targets.Slice(first, classes);
            switch (this.Network.Summary.Loss)
            {
                case Loss.CategoricalCrossentropy:
                    target.Clear();
                    target[random.Next(classes)] = 1;
                    break;
                case Loss.BinaryCrossentropy:
                    target[0] = random.Next(2);
                    break;
                default:
                    DrawInputs(random, target);
                    break;
            }
        }
    }
}
