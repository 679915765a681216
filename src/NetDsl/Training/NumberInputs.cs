using System.Numerics;

namespace NetDsl.Training;

/// <summary>Which inputs of a network are whole numbers that an embedding reads, found by trying what the network takes.</summary>
internal static class NumberInputs
{
    private const string Table = "/embeddings";

    /// <summary>For each input how many numbers it can have, counted from 0, or null where it takes any value.</summary>
    /// <typeparam name="T">The element type of the network.</typeparam>
    /// <param name="network">The network.</param>
    /// <exception cref="InvalidOperationException">It refuses every number that was tried.</exception>
    public static int?[] Of<T>(INetwork<T> network)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        IReadOnlyList<InputSummary> inputs = network.Summary.Inputs;
        int?[] numbers = new int?[inputs.Count];

        // The largest table first: of several that read the same input the smallest decides.
        int[] counts =
        [
            .. network.Parameters
                .Where(parameter => parameter.Name.EndsWith(Table, StringComparison.Ordinal))
                .Select(parameter => parameter.Shape[0])
                .Distinct()
                .OrderDescending(),
        ];
        if (counts.Length == 0)
        {
            return numbers;
        }

        int first = 0;
        for (int i = 0; i < inputs.Count; i++)
        {
            int begin = first;
            bool Takes(double value) => Accepts(network, begin, inputs[i].Size, T.CreateTruncating(value));
            if (!Takes(0.5))
            {
                numbers[i] = counts.Cast<int?>().FirstOrDefault(count => Takes(count!.Value - 1)) ?? throw new InvalidOperationException(
                    $"No random samples can be drawn for {network.Summary.Name}, in which an embedding reads what other layers compute; give data.");
            }

            first += inputs[i].Size;
        }

        return numbers;
    }

    // 0 is a number that every table has, so that the other inputs do not matter.
    private static bool Accepts<T>(INetwork<T> network, int first, int size, T value)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] sample = new T[network.Summary.InputSize];
        sample.AsSpan(first, size).Fill(value);
        try
        {
            network.Predict(sample, new T[network.Summary.OutputSize]);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
