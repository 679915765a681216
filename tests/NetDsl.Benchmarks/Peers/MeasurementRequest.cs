using System.Globalization;

namespace NetDsl.Benchmarks.Peers;

/// <summary>A line that asks a process for a figure.</summary>
/// <param name="Figure">What to measure.</param>
/// <param name="Workload">One of the workloads, or mlp-WIDTH.</param>
/// <param name="Batch">The samples of a training step and of a prediction of many.</param>
/// <param name="Seconds">For how long.</param>
internal readonly record struct MeasurementRequest(Figure Figure, string Workload, int Batch, double Seconds)
{
    /// <summary>Reads a line.</summary>
    /// <param name="line">What <see cref="ToString"/> wrote.</param>
    public static MeasurementRequest Parse(string line)
    {
        string[] words = line.Split(' ');
        return new MeasurementRequest(
            Enum.Parse<Figure>(words[0], ignoreCase: true),
            words[1],
            int.Parse(words[2], CultureInfo.InvariantCulture),
            double.Parse(words[3], CultureInfo.InvariantCulture));
    }

    /// <summary>The request as a line: FIGURE WORKLOAD BATCH SECONDS.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{this.Figure.ToString().ToLowerInvariant()} {this.Workload} {this.Batch} {this.Seconds}");
}
