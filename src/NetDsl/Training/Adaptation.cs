using System.Numerics;
using NetDsl.Data;

namespace NetDsl.Training;

/// <summary>Lets Normalization layers learn the mean and the variance of their channels from data, as Keras's <c>adapt</c>.</summary>
public static class Adaptation
{
    /// <summary>The values read at once: few enough to stay in a cache, many enough that a read costs little.</summary>
    private const int ReadLength = 1 << 18;

    /// <summary>
    /// Takes the mean and the (biased) variance of each channel over all rows and dimensions before the channels, in double precision, and keeps them
    /// in the parameters <c>mean</c> and <c>variance</c> of each Normalization layer whose declaration does not give them. The first
    /// <c>Fit</c> does so too where nobody has.
    /// </summary>
    /// <typeparam name="T">The element type of the network.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="data">The rows that it will be trained with; targets are not looked at.</param>
    /// <exception cref="ArgumentException">The shape of the data does not fit.</exception>
    /// <exception cref="InvalidOperationException">No layer learns its statistics from data.</exception>
    public static void Adapt<T>(this INetwork<T> network, Dataset data)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(data);
        network.Adapt(RowSource.Of(data));
    }

    /// <summary>
    /// Takes mean and variance as from a data set, and with the same bits, from rows that may be more than fit into memory; they are read once for
    /// each layer.
    /// </summary>
    /// <typeparam name="T">The element type of the network.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="source">The rows that it will be trained with; targets are not looked at.</param>
    /// <exception cref="ArgumentException">The shape of the data does not fit.</exception>
    /// <exception cref="DataFormatException">A feature is missing or not finite.</exception>
    /// <exception cref="InvalidOperationException">No layer learns its statistics from data.</exception>
    public static void Adapt<T>(this INetwork<T> network, RowSource source)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(source);
        TrainingChecks.FeatureShape(network.Summary, source.Layout, nameof(source));
        LayerSummary[] layers = [.. Layers(network)];
        if (layers.Length == 0)
        {
            throw new InvalidOperationException(
                $"{network.Summary.Name} has no layer that learns its statistics from data; write [Normalization] directly below [Input].");
        }

        foreach (LayerSummary layer in layers)
        {
            (Parameter<T> mean, Parameter<T> variance) = StatisticsOf(network, layer);
            InputSummary input = network.Summary.Inputs.Single(candidate => candidate.Name == layer.AdaptsTo);
            int first = network.Summary.Inputs.TakeWhile(other => other != input).Sum(other => other.Size);
            Moments moments = new(mean.Count);
            AddRows(moments, source, first, input.Size);
            mean.CopyFrom([.. moments.Means.Select(T.CreateTruncating)]);
            variance.CopyFrom([.. moments.Variances.Select(T.CreateTruncating)]);
        }
    }

    /// <summary>Adapts a network whose statistics are those of a new one: mean 0 and variance 1.</summary>
    internal static void AdaptIfNew<T>(this INetwork<T> network, RowSource source)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        bool isNew = Layers(network).Select(layer => StatisticsOf(network, layer)).All(statistics =>
            statistics.Mean.ToArray().All(T.IsZero) && statistics.Variance.ToArray().All(value => value == T.One));
        if (isNew && Layers(network).Any())
        {
            network.Adapt(source);
        }
    }

    private static void AddRows(Moments moments, RowSource source, int first, int count)
    {
        int size = source.Layout.FeatureSize;
        int rowsAtOnce = (int)Math.Min(source.Count, ((ReadLength / size / source.BlockRows) + 1) * source.BlockRows);
        float[] features = new float[rowsAtOnce * size];
        for (long begin = 0; begin < source.Count; begin += rowsAtOnce)
        {
            int rows = (int)Math.Min(rowsAtOnce, source.Count - begin);
            Span<float> values = features.AsSpan(0, rows * size);
            source.Read(begin, rows, new RowValues(values, default, default));
            TrainingChecks.FeatureValues(source.Layout, values, source.Name, begin);
            for (int row = 0; row < rows; row++)
            {
                moments.Add(values.Slice((row * size) + first, count));
            }
        }
    }

    private static IEnumerable<LayerSummary> Layers(INetwork network) => network.Summary.Layers.Where(layer => layer.AdaptsTo is not null);

    private static (Parameter<T> Mean, Parameter<T> Variance) StatisticsOf<T>(INetwork<T> network, LayerSummary layer)
        where T : unmanaged => (network.Parameters[$"{layer.Name}/mean"], network.Parameters[$"{layer.Name}/variance"]);
}
