using System.Numerics;

namespace NetDsl.Training;

/// <summary>
/// The decisions of a network's main output: Keras's categorical, sparse categorical and binary accuracy are the fraction of them that are
/// right. Each decision counts once, whatever the weight of its sample, as Keras's metrics do unless they are declared weighted.
/// </summary>
internal readonly struct Decisions
{
    private readonly OutputSummary output;
    private readonly OutputReading reading;
    private readonly int answer;
    private readonly int target;
    private readonly int firstOutput;
    private readonly int firstTarget;

    /// <summary>The decisions of a network's main output.</summary>
    /// <param name="summary">What the network is.</param>
    public Decisions(NetworkSummary summary)
    {
        this.output = summary.MainOutput;
        this.reading = new OutputReading(this.output);
        this.answer = summary.OutputSize;
        this.target = summary.TargetSize;
        this.firstOutput = this.answer - this.output.Size;
        this.firstTarget = this.target - this.output.TargetSize;
    }

    /// <summary>The decisions a sample takes; 0 where outputs are values.</summary>
    public int PerSample => this.reading.Decisions;

    /// <summary>The number of right decisions.</summary>
    /// <typeparam name="T">The element type of the network.</typeparam>
    /// <param name="outputs">[samples, all outputs].</param>
    /// <param name="targets">[samples, all targets].</param>
    public int CountRight<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (this.firstOutput == 0)
        {
            return this.reading.CountRight(outputs, targets);
        }

        int right = 0;
        for (int sample = 0; sample < outputs.Length / this.answer; sample++)
        {
            right += this.reading.CountRight(
                outputs.Slice((sample * this.answer) + this.firstOutput, this.output.Size),
                targets.Slice((sample * this.target) + this.firstTarget, this.output.TargetSize));
        }

        return right;
    }
}
