namespace NetDsl.Benchmarks.Evaluation;

/// <summary>What was given cannot be evaluated; the message says why.</summary>
/// <param name="message">What is wrong, where, and what was expected.</param>
/// <param name="inner">What it was found by, or null.</param>
internal sealed class EvaluationException(string message, Exception? inner = null) : Exception(message, inner);
