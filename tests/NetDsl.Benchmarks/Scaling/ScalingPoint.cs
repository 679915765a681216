using NetDsl.Benchmarks.Peers;

namespace NetDsl.Benchmarks.Scaling;

/// <summary>A measured point of a curve.</summary>
/// <param name="Sweep">What is changed.</param>
/// <param name="Figure">What was measured.</param>
/// <param name="Peer">By which program.</param>
/// <param name="Value">The width or the batch.</param>
/// <param name="Seconds">The time of one sample.</param>
internal sealed record ScalingPoint(Sweep Sweep, Figure Figure, string Peer, int Value, double Seconds);
