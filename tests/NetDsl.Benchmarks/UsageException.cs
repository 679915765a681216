namespace NetDsl.Benchmarks;

/// <summary>The program was called in a way it does not know; the message says what is wrong.</summary>
/// <param name="message">What is wrong.</param>
internal sealed class UsageException(string message) : Exception(message);
