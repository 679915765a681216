namespace NetDsl.Benchmarks.Scaling;

/// <summary>A line of a panel.</summary>
/// <param name="Name">The program.</param>
/// <param name="Points">Its times of a sample in seconds, by width or batch in ascending order.</param>
internal sealed record Curve(string Name, IReadOnlyList<(double Value, double Seconds)> Points);
