using System.Text.Json;
using NetDsl.Data;

namespace NetDsl.Tests.Data.Preparations;

/// <summary>What scikit-learn and numpy made of some data, by Vectors/preparation.py.</summary>
internal static class PreparationVectors
{
    private static readonly JsonDocument File =
        JsonDocument.Parse(System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Vectors", "preparation.json")));

    /// <summary>The rows that steps are fitted to, the first of all.</summary>
    public static int Train => File.RootElement.GetProperty("train").GetInt32();

    /// <summary>An element by the names on the way to it.</summary>
    public static JsonElement Element(params string[] names) =>
        names.Aggregate(File.RootElement, (element, name) => element.GetProperty(name));

    /// <summary>Numbers, rows one after the other; NaN where one is missing.</summary>
    public static double[] Numbers(params string[] names) => Numbers(Element(names));

    /// <summary>Numbers, rows one after the other; NaN where one is missing.</summary>
    public static double[] Numbers(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => [.. element.EnumerateArray().SelectMany(Numbers)],
        JsonValueKind.Null => [double.NaN],
        _ => [element.GetDouble()],
    };

    /// <summary>A table of 60 rows as data without targets.</summary>
    public static Dataset Table(string name, params int[] shape)
    {
        float[] values = [.. Numbers(name).Select(number => (float)number)];
        RowLayout layout = new() { FeatureShape = shape.Length == 0 ? [5] : shape, MayMissFeatures = name == "holes" };
        return new Dataset(layout, values, []);
    }

    /// <summary>The rows that steps are fitted to.</summary>
    public static Dataset TrainRows(Dataset data) => data.Subset([.. Enumerable.Range(0, Math.Min(Train, data.Count))]);

    /// <summary>Fails where numbers differ by more than a relative tolerance.</summary>
    public static void AssertClose(double[] expected, IEnumerable<double> actual, double tolerance)
    {
        double[] values = [.. actual];
        Assert.Equal(expected.Length, values.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            bool isClose = double.IsNaN(expected[i])
                ? double.IsNaN(values[i])
                : Math.Abs(values[i] - expected[i]) <= tolerance * Math.Max(1, Math.Abs(expected[i]));
            Assert.True(isClose, FormattableString.Invariant($"at {i}: {values[i]:R} for {expected[i]:R}"));
        }
    }

    /// <summary>Fails where prepared features differ by more than single precision loses.</summary>
    public static void AssertPrepared(double[] expected, Dataset prepared) =>
        AssertClose(expected, prepared.AllFeatures.ToArray().Select(value => (double)value), 1e-7);
}
