using System.Diagnostics;

namespace NetDsl.PowerShell;

/// <summary>Says how long a training will still take. What a checkpoint brought was done before and does not count.</summary>
internal sealed class TrainingPace
{
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private double? before;

    /// <summary>The time since training began.</summary>
    public TimeSpan Elapsed => this.clock.Elapsed;

    /// <summary>An epoch begins.</summary>
    /// <param name="epoch">From 1.</param>
    /// <param name="epochs">Those asked for.</param>
    public void Begin(int epoch, int epochs) => this.before ??= (epoch - 1.0) / epochs;

    /// <summary>The time that is left if what is to come goes as fast as what is done; null before anything is.</summary>
    /// <param name="fraction">The part that is done, 0 to 1.</param>
    public TimeSpan? Remaining(double fraction) =>
        this.before is { } start && fraction > start ? this.Elapsed * ((1 - fraction) / (fraction - start)) : null;
}
