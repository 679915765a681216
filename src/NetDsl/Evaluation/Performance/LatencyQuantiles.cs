namespace NetDsl.Evaluation;

/// <summary>How long one call takes: the times in microseconds within which half, 90 and 99 percent of the calls are done.</summary>
/// <param name="P50Microseconds">The median.</param>
/// <param name="P90Microseconds">The time that one call of ten exceeds.</param>
/// <param name="P99Microseconds">The time that one call of a hundred exceeds.</param>
/// <param name="CallsPerReading">
/// How many calls were timed together: 1, or as many as it takes to be long against reading the clock. Then the quantiles are those of their means,
/// in which a single slow call is spread over the others.
/// </param>
public sealed record LatencyQuantiles(double P50Microseconds, double P90Microseconds, double P99Microseconds, int CallsPerReading);
