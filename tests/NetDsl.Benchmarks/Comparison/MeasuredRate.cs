using NetDsl.Benchmarks.Peers;

namespace NetDsl.Benchmarks.Comparison;

/// <summary>What a program reached.</summary>
/// <param name="Peer">The program's name.</param>
/// <param name="Figure">What was measured.</param>
/// <param name="Threads">The threads it used.</param>
/// <param name="PerSecond">The median over the rounds.</param>
internal sealed record MeasuredRate(string Peer, Figure Figure, int Threads, double PerSecond);
