using System.Numerics;
using NetDsl.Kernels;
using NetDsl.Training;

namespace NetDsl.Interchange;

/// <summary>Draws samples that a network can answer: of the scale of its data, and whole numbers where it looks them up.</summary>
/// <typeparam name="T">The element type of the network.</typeparam>
/// <param name="network">The network.</param>
/// <param name="count">The number of samples.</param>
internal sealed class SelfTestSamples<T>(INetwork<T> network, int count)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>One seed for all files: a network that is saved twice gives the same file.</summary>
    private const ulong Seed = 0;

    private readonly T[] values = new T[count * network.Summary.InputSize];

    /// <summary>The samples one after the other; null where an embedding reads what the network computes, and refuses whatever is tried.</summary>
    public T[]? Draw()
    {
        if (this.NumbersOrNull() is not { } numbers)
        {
            return null;
        }

        int first = 0;
        for (int i = 0; i < numbers.Length; i++)
        {
            this.Fill(i, first, numbers[i] is { } rows ? WholeNumber(rows) : this.NormalValue(i));
            first += network.Summary.Inputs[i].Size;
        }

        return this.values;
    }

    private static DrawValue WholeNumber(int rows) => (ref RandomStream random, int _) => T.CreateTruncating(random.NextInt(rows));

    private int?[]? NumbersOrNull()
    {
        try
        {
            return NumberInputs.Of(network);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    // Of mean 0 and variance 1, or what a layer has learnt of the data: others would all be far away, and all be answered the same.
    private DrawValue NormalValue(int input)
    {
        if (network.Summary.Layers.FirstOrDefault(layer => layer.AdaptsTo == network.Summary.Inputs[input].Name) is not { } layer)
        {
            return (ref RandomStream random, int _) => T.CreateTruncating(random.NextNormal());
        }

        T[] means = network.Parameters[$"{layer.Name}/mean"].ToArray();
        T[] variances = network.Parameters[$"{layer.Name}/variance"].ToArray();
        return (ref RandomStream random, int place) =>
            means[place % means.Length] + (T.Sqrt(variances[place % variances.Length]) * T.CreateTruncating(random.NextNormal()));
    }

    private void Fill(int input, int first, DrawValue draw)
    {
        RandomStream random = new(Seed, RandomStreams.SelfTest + (uint)input);
        for (int sample = 0; sample < count; sample++)
        {
            Span<T> row = this.values.AsSpan((sample * network.Summary.InputSize) + first, network.Summary.Inputs[input].Size);
            for (int place = 0; place < row.Length; place++)
            {
                row[place] = draw(ref random, place);
            }
        }
    }

    private delegate T DrawValue(ref RandomStream random, int place);
}
