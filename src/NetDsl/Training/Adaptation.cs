using System.Numerics;
using NetDsl.Data;

namespace NetDsl.Training;

/// <summary>Lets Normalization layers learn the mean and the variance of their channels from data, as Keras's <c>adapt</c>.</summary>
public static class Adaptation
{
    private const string Kind = "Normalization";

    /// <summary>Rows that are summed by themselves and then joined with those before: they stay in the cache for the second of two passes.</summary>
    private const int RowsOfBlock = 64;

    /// <summary>
    /// Takes the mean and the (biased) variance of each channel over all rows and dimensions before the channels, in double precision, and keeps them
    /// in the parameters <c>mean</c> and <c>variance</c> of each Normalization layer whose declaration does not give them. The first
    /// <see cref="Trainer{T}.Fit"/> does so too where nobody has.
    /// </summary>
    /// <typeparam name="T">The element type of the network.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="data">The rows that it will be trained with; targets are not looked at.</param>
    /// <exception cref="ArgumentException">The shape of the data does not fit.</exception>
    /// <exception cref="InvalidOperationException">No layer learns its statistics from data.</exception>
    public static void Adapt<T>(this INetwork<T> network, Dataset data)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);
        TrainingChecks.Features(network.Summary, data, nameof(data));
        (Parameter<T> Mean, Parameter<T> Variance)[] statistics = [.. Learnt(network)];
        if (statistics.Length == 0)
        {
            throw new InvalidOperationException(
                $"{network.Summary.Name} has no layer that learns its statistics from data; write [Normalization] directly below [Input].");
        }

        foreach ((Parameter<T> mean, Parameter<T> variance) in statistics)
        {
            (double[] means, double[] variances) = Moments(data.AllFeatures, mean.Count);
            mean.CopyFrom([.. means.Select(T.CreateTruncating)]);
            variance.CopyFrom([.. variances.Select(T.CreateTruncating)]);
        }
    }

    /// <summary>Adapts a network whose statistics are those of a new one: mean 0 and variance 1.</summary>
    internal static void AdaptIfNew<T>(this INetwork<T> network, Dataset data)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (Parameter<T> Mean, Parameter<T> Variance)[] statistics = [.. Learnt(network)];
        if (statistics.Length > 0 && statistics.All(s => s.Mean.ToArray().All(T.IsZero) && s.Variance.ToArray().All(value => value == T.One)))
        {
            network.Adapt(data);
        }
    }

    private static IEnumerable<(Parameter<T> Mean, Parameter<T> Variance)> Learnt<T>(INetwork<T> network)
        where T : unmanaged => network.Summary.Layers
            .Where(layer => layer.Kind == Kind)
            .Select(layer => (network.Parameters[$"{layer.Name}/mean"], network.Parameters[$"{layer.Name}/variance"]))
            .Where(statistics => statistics.Item1.Definition.InitialValues is null);

    /// <summary>
    /// Mean and variance of each channel: of a block of values by two passes, of all blocks by the differences of their means (Chan, Golub and LeVeque
    /// 1983, equation 2.1), so that a large mean costs no digits of the variance.
    /// </summary>
    private static (double[] Means, double[] Variances) Moments(ReadOnlySpan<float> values, int channels)
    {
        double[] means = new double[channels];
        double[] squares = new double[channels];
        double[] blockMeans = new double[channels];
        double[] blockSquares = new double[channels];
        long rows = 0;
        while (!values.IsEmpty)
        {
            ReadOnlySpan<float> block = values[..(int)Math.Min((long)RowsOfBlock * channels, values.Length)];
            values = values[block.Length..];
            int blockRows = block.Length / channels;
            MomentsOfBlock(block, blockMeans, blockSquares);
            double weight = (double)blockRows / (rows + blockRows);
            for (int channel = 0; channel < channels; channel++)
            {
                double difference = blockMeans[channel] - means[channel];
                means[channel] += difference * weight;
                squares[channel] += blockSquares[channel] + (difference * difference * rows * weight);
            }

            rows += blockRows;
        }

        return (means, [.. squares.Select(square => square / rows)]);
    }

    private static void MomentsOfBlock(ReadOnlySpan<float> block, Span<double> means, Span<double> squares)
    {
        means.Clear();
        squares.Clear();
        for (int i = 0; i < block.Length; i += means.Length)
        {
            for (int channel = 0; channel < means.Length; channel++)
            {
                means[channel] += block[i + channel];
            }
        }

        for (int channel = 0; channel < means.Length; channel++)
        {
            means[channel] /= block.Length / means.Length;
        }

        for (int i = 0; i < block.Length; i += means.Length)
        {
            for (int channel = 0; channel < means.Length; channel++)
            {
                double difference = block[i + channel] - means[channel];
                squares[channel] += difference * difference;
            }
        }
    }
}
