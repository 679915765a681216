using System.Numerics;
using NetDsl.Data;
using NetDsl.Kernels;

namespace NetDsl.Training;

/// <summary>
/// Samples that a network can take with targets that its loss can use, drawn at random: to check a network, or to measure it, without data.
/// </summary>
public static class RandomSamples
{
    /// <summary>Counts are drawn from 0 to below this.</summary>
    private const int Counts = 5;

    /// <summary>
    /// Draws samples: features from the normal distribution of mean 0 and variance 1, and whole numbers where an embedding reads them; targets from the
    /// same distribution, or the labels, classes or counts that the loss of each output takes.
    /// </summary>
    /// <typeparam name="T">The element type of the network.</typeparam>
    /// <param name="network">The network; it is not changed.</param>
    /// <param name="count">The rows, at least 1.</param>
    /// <param name="seed">The same seed gives the same samples on every machine.</param>
    /// <exception cref="InvalidOperationException">An embedding reads what the network computes, which random samples do not make whole numbers.</exception>
    public static Dataset Draw<T>(INetwork<T> network, int count, ulong seed = 0)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        NetworkSummary summary = network.Summary;
        int?[] numbers = NumberInputs.Of(network);
        float[] features = new float[(long)count * summary.InputSize];
        float[] targets = new float[(long)count * summary.TargetSize];
        RandomStream random = new(seed, RandomStreams.Samples);
        Span<float> feature = features;
        Span<float> target = targets;
        for (int row = 0; row < count; row++)
        {
            for (int i = 0; i < numbers.Length; i++)
            {
                int size = summary.Inputs[i].Size;
                DrawInput(feature[..size], numbers[i], ref random);
                feature = feature[size..];
            }

            foreach (OutputSummary output in summary.Outputs)
            {
                DrawTargets(output, target[..output.TargetSize], ref random);
                target = target[output.TargetSize..];
            }
        }

        return new Dataset(features, summary.InputShape, targets, summary.TargetShape);
    }

    private static void DrawInput(Span<float> features, int? numbers, ref RandomStream random)
    {
        foreach (ref float value in features)
        {
            value = numbers is { } count ? random.NextInt(count) : (float)random.NextNormal();
        }
    }

    // The counterpart of TargetChecks.Verify.
    private static void DrawTargets(OutputSummary output, Span<float> targets, ref RandomStream random)
    {
        if (output.Loss is Loss.CategoricalCrossentropy or Loss.CategoricalFocalCrossentropy or Loss.KullbackLeiblerDivergence or Loss.CategoricalHinge)
        {
            int classes = output.TargetShape[^1];
            for (int place = 0; place < targets.Length; place += classes)
            {
                targets[place + random.NextInt(classes)] = 1;
            }

            return;
        }

        foreach (ref float target in targets)
        {
            target = DrawTarget(output, ref random);
        }
    }

    private static float DrawTarget(OutputSummary output, ref RandomStream random) => output.Loss switch
    {
        Loss.BinaryCrossentropy or Loss.BinaryFocalCrossentropy => random.NextInt(2),
        Loss.SparseCategoricalCrossentropy => random.NextInt(output.Shape[^1]),
        Loss.Hinge or Loss.SquaredHinge or Loss.Perceptron => (2 * random.NextInt(2)) - 1,
        Loss.Poisson => random.NextInt(Counts),
        Loss.MeanSquaredLogarithmicError => (float)Math.Abs(random.NextNormal()),

        // Of either sign, and never so near to 0 that the percentage is without bounds.
        Loss.MeanAbsolutePercentageError => (float)((1 + random.NextUniform()) * ((2 * random.NextInt(2)) - 1)),
        _ => (float)random.NextNormal(),
    };
}
