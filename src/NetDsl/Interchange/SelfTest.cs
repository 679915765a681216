using System.Globalization;
using System.Numerics;
using NetDsl.Training;

namespace NetDsl.Interchange;

/// <summary>
/// A few samples and what a network answered to them when it was saved. One that answers otherwise after loading is another network,
/// though its parameters have the same names and shapes: an activation was changed, say, or code is generated that computes something else.
/// </summary>
/// <typeparam name="T">The element type of the network.</typeparam>
/// <param name="inputs">The samples one after the other.</param>
/// <param name="outputs">The answers one after the other.</param>
internal sealed class SelfTest<T>(T[] inputs, T[] outputs)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int MostSamples = 4;

    /// <summary>At most some 100 KB of the file; a network of more inputs has fewer samples, at least one.</summary>
    private const int MostValues = 16384;

    /// <summary>
    /// How far an answer may be from the saved one, relative to the largest value of its output. Another vector unit or machine adds up in
    /// another order, and each of the n terms of a sum may cost half a unit of the last place (6e-8 and 1e-16): 1e-6 and 1e-15 are usual,
    /// some hundred layers and sums of ten thousand terms stay below 1e-4 and 1e-10. A network that is another one is off by a percent and
    /// more.
    /// </summary>
    private static readonly T Tolerance = T.CreateTruncating(typeof(T) == typeof(double) ? 1e-10 : 1e-4);

    /// <summary>The test of a network as it is now; null where it refuses all samples that are tried.</summary>
    public static SelfTest<T>? Of(INetwork<T> network)
    {
        int count = Math.Clamp(MostValues / network.Summary.InputSize, 1, MostSamples);
        return new SelfTestSamples<T>(network, count).Draw() is { } inputs ? new SelfTest<T>(inputs, Answer(network, inputs)) : null;
    }

    /// <summary>The test that a file holds for a network, or null for none.</summary>
    /// <exception cref="ModelFormatException">It is damaged, or belongs to a network of other sizes.</exception>
    public static SelfTest<T>? Read(IReadOnlyDictionary<string, string> metadata, string path, NetworkSummary summary)
    {
        if (!metadata.ContainsKey(ModelMetadata.SelfTestInputs) && !metadata.ContainsKey(ModelMetadata.SelfTestOutputs))
        {
            return null;
        }

        MetadataReader reader = new(metadata, path);
        T[] inputs = reader.Values<T>(ModelMetadata.SelfTestInputs);
        T[] outputs = reader.Values<T>(ModelMetadata.SelfTestOutputs);
        int count = inputs.Length / summary.InputSize;
        return count > 0 && inputs.Length == count * summary.InputSize && outputs.Length == count * summary.OutputSize
            ? new SelfTest<T>(inputs, outputs)
            : throw reader.Broken(
                ModelMetadata.SelfTestInputs,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"has {inputs.Length} values for {outputs.Length} answers; a sample of {summary.Name} has {summary.InputSize}, " +
                    $"an answer {summary.OutputSize}"));
    }

    /// <summary>Adds the test to what a file says of itself.</summary>
    public void AddTo(IDictionary<string, string> metadata)
    {
        metadata[ModelMetadata.SelfTestInputs] = Convert.ToBase64String(LittleEndian.Bytes<T>(inputs));
        metadata[ModelMetadata.SelfTestOutputs] = Convert.ToBase64String(LittleEndian.Bytes<T>(outputs));
    }

    /// <summary>Lets a network answer again.</summary>
    /// <returns>How it answers otherwise, or null where it does not.</returns>
    public string? Mismatch(INetwork<T> network)
    {
        T[] answers;
        try
        {
            answers = Answer(network, inputs);
        }
        catch (ArgumentException error)
        {
            return $"it refuses a sample: {error.Message}";
        }

        int first = 0;
        foreach (OutputSummary output in network.Summary.Outputs)
        {
            if (this.Mismatch(answers, output, first, network.Summary.OutputSize) is { } mismatch)
            {
                return mismatch;
            }

            first += output.Size;
        }

        return null;
    }

    // Answers that are not finite are compared as well: a network may overflow on samples that are none of its data.
    private static bool IsSame(T answer, T expected, T tolerance) =>
        T.IsFinite(expected) ? T.Abs(answer - expected) <= tolerance : answer.Equals(expected);

    private static T[] Answer(INetwork<T> network, T[] inputs)
    {
        T[] answers = new T[inputs.Length / network.Summary.InputSize * network.Summary.OutputSize];
        network.Predict(inputs, answers);
        return answers;
    }

    // Each output has a scale of its own: an energy of 1e6 must not hide a probability.
    private string? Mismatch(T[] answers, OutputSummary output, int first, int size)
    {
        int[] places = [.. Enumerable.Range(0, outputs.Length).Where(place => place % size >= first && place % size < first + output.Size)];
        T largest = places.Select(place => outputs[place]).Where(T.IsFinite).Select(T.Abs).DefaultIfEmpty().Max();
        return places.Where(place => !IsSame(answers[place], outputs[place], Tolerance * largest))
            .Select(place => string.Create(
                CultureInfo.InvariantCulture,
                $"value {(place % size) - first} of '{output.Name}' for sample {place / size} is {answers[place]}, and was {outputs[place]}"))
            .FirstOrDefault();
    }
}
