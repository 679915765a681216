namespace NetDsl.Benchmarks;

/// <summary>Something could not be measured; the message says why and what to do.</summary>
/// <param name="message">What is wrong.</param>
internal sealed class MeasurementException(string message) : Exception(message);
