using System.Numerics;

namespace NetDsl.Training;

/// <summary>Sums losses and right decisions over batches.</summary>
/// <param name="decisions">How outputs are read.</param>
internal struct Tally(Decisions decisions)
{
    private double lossSum;
    private long right;
    private long samples;

    /// <summary>The samples so far.</summary>
    public readonly long Samples => this.samples;

    /// <summary>The means over all samples so far.</summary>
    public readonly EvaluationResult Result => new(
        this.lossSum / this.samples,
        decisions.PerSample > 0 ? this.right / ((double)this.samples * decisions.PerSample) : null);

    /// <summary>Adds the batch that a pass holds.</summary>
    /// <typeparam name="T">The element type of the network.</typeparam>
    /// <param name="pass">The pass after a call that computed a loss.</param>
    /// <param name="batch">The samples of the batch.</param>
    /// <param name="loss">Their mean loss.</param>
    public void Add<T>(NetworkPass<T> pass, int batch, double loss)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        this.lossSum += loss * batch;
        this.samples += batch;
        if (decisions.PerSample > 0)
        {
            this.right += decisions.CountRight<T>(pass.Outputs, pass.Targets[..(batch * pass.TargetSize)]);
        }
    }

    /// <summary>Keeps the sums.</summary>
    public readonly void Save(CheckpointState state)
    {
        state.Set("loss_sum", this.lossSum);
        state.Set("right", this.right);
        state.Set("samples", this.samples);
    }

    /// <summary>Takes sums that were kept.</summary>
    /// <exception cref="FormatException">One is missing.</exception>
    public void Load(CheckpointState state)
    {
        this.lossSum = state.RequireDouble("loss_sum");
        this.right = state.RequireInt64("right");
        this.samples = state.RequireInt64("samples");
    }

    /// <summary>Evaluates all batches of a source.</summary>
    /// <typeparam name="T">The element type of the network.</typeparam>
    /// <param name="pass">The pass that the source writes to.</param>
    /// <param name="source">The batches.</param>
    /// <param name="cancellation">Looked at before each batch.</param>
    /// <returns>False where it was cancelled.</returns>
    public bool AddAll<T>(NetworkPass<T> pass, BatchSource<T> source, CancellationToken cancellation)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int batch = 0; batch < source.Batches; batch++)
        {
            if (cancellation.IsCancellationRequested)
            {
                return false;
            }

            int samples = source.Load(batch);
            this.Add(pass, samples, pass.Evaluate(samples));
        }

        return true;
    }
}
