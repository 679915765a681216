using NetDsl.Training;

namespace NetDsl.PowerShell;

/// <summary>How the speed of a network is measured.</summary>
/// <param name="Modes">What is measured.</param>
/// <param name="Optimizer">The optimiser of a training step.</param>
/// <param name="BatchSize">The samples of a step and of a prediction of many.</param>
/// <param name="Threads">The most threads that share a batch.</param>
/// <param name="Seconds">The time of each measurement.</param>
internal sealed record PerformanceOptions(IReadOnlyList<PerformanceMode> Modes, Optimizer Optimizer, int BatchSize, int Threads, double Seconds);
