using NetDsl.Data;

namespace NetDsl.Tests.Training;

/// <summary>Small data that one layer can learn.</summary>
internal static class Samples
{
    /// <summary>t = x0 - 2 x1 + 0.5.</summary>
    public static Dataset OfLine(int rows, int seed = 1)
    {
        Random random = new(seed);
        float[] features = [.. Enumerable.Range(0, rows * 2).Select(_ => (2 * random.NextSingle()) - 1)];
        float[] targets = [.. Enumerable.Range(0, rows).Select(i => features[2 * i] - (2 * features[(2 * i) + 1]) + 0.5f)];
        return new Dataset(features, [2], targets, [1]);
    }

    /// <summary>Which of three features is the largest, one-hot.</summary>
    public static Dataset OfLargest(int rows, int seed = 1)
    {
        Random random = new(seed);
        float[] features = [.. Enumerable.Range(0, rows * 3).Select(_ => random.NextSingle())];
        float[] targets = new float[rows * 3];
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<float> sample = features.AsSpan(row * 3, 3);
            targets[(row * 3) + System.Numerics.Tensors.TensorPrimitives.IndexOfMax(sample)] = 1;
        }

        return new Dataset(features, [3], targets, [3]);
    }

    /// <summary>Whether x0 is above x1, as one column of 0 and 1.</summary>
    public static Dataset OfOrder(int rows, int seed = 1)
    {
        Random random = new(seed);
        float[] features = [.. Enumerable.Range(0, rows * 2).Select(_ => (2 * random.NextSingle()) - 1)];
        float[] targets = [.. Enumerable.Range(0, rows).Select(i => features[2 * i] > features[(2 * i) + 1] ? 1f : 0f)];
        return new Dataset(features, [2], targets, [1]);
    }
}
