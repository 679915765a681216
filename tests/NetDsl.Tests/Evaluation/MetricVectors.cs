using System.Globalization;
using System.Text.Json;

namespace NetDsl.Tests.Evaluation;

/// <summary>What scikit-learn, numpy and scipy made of some answers, by Vectors/metrics.py.</summary>
internal sealed class MetricVectors
{
    private const double Tolerance = 1e-9;

    private static readonly JsonDocument File =
        JsonDocument.Parse(System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Vectors", "metrics.json")));

    private readonly JsonElement element;

    private MetricVectors(JsonElement element) => this.element = element;

    /// <summary>The ways in which the samples of a case are weighted.</summary>
    public static TheoryData<string> Weightings => ["equal", "weighted", "negative"];

    /// <summary>The cases without negative weights, which scikit-learn takes everywhere.</summary>
    public static TheoryData<string> PositiveWeightings => ["equal", "weighted"];

    /// <summary>The parts of an array.</summary>
    public IEnumerable<MetricVectors> Items => this.element.EnumerateArray().Select(item => new MetricVectors(item));

    /// <summary>A number.</summary>
    public double Number => this.element.ValueKind == JsonValueKind.Null ? double.NaN : this.element.GetDouble();

    /// <summary>Numbers, rows one after the other.</summary>
    public double[] Numbers => this.element.ValueKind == JsonValueKind.Array
        ? [.. this.Items.SelectMany(item => item.Numbers)]
        : [this.Number];

    /// <summary>A part by its name.</summary>
    public MetricVectors this[string name] => new(this.element.GetProperty(name));

    /// <summary>Those of one kind of answers.</summary>
    public static MetricVectors Of(string kind) => new(File.RootElement.GetProperty(kind));

    /// <summary>Fails where numbers differ by more than 1e-9.</summary>
    public void AssertEqual(params double[] actual)
    {
        double[] expected = this.Numbers;
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            bool isClose = Math.Abs(actual[i] - expected[i]) <= Tolerance || (double.IsNaN(actual[i]) && double.IsNaN(expected[i]));
            Assert.True(isClose, string.Create(CultureInfo.InvariantCulture, $"at {i}: {actual[i]:R} for {expected[i]:R}"));
        }
    }
}
