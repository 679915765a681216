using System.Numerics;
using NetDsl.Data;

namespace NetDsl.Training;

/// <summary>Batches of data in memory.</summary>
/// <typeparam name="T">The element type of the network.</typeparam>
internal sealed class MemoryBatches<T> : BatchSource<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Dataset data;
    private readonly BatchOptions options;
    private readonly float[]? weights;
    private readonly int[]? order;
    private bool wholeIsLoaded;

    /// <param name="data">The rows.</param>
    /// <param name="pass">Where batches are written.</param>
    /// <param name="batchSize">The rows of each batch but the last, which has what is left.</param>
    /// <param name="options">What is written, and in which order.</param>
    /// <param name="weights">A weight for each row, or null where all are 1.</param>
    public MemoryBatches(Dataset data, NetworkPass<T> pass, int batchSize, BatchOptions? options = null, float[]? weights = null)
        : base(pass, data.Count, batchSize, options?.Augmentation)
    {
        this.data = data;
        this.options = options ?? new BatchOptions();
        this.weights = weights;

        // The order within a batch of all rows changes nothing but rounding, and without it the rows stay where they are.
        this.order = this.options.IsShuffled && this.Batches > 1 ? new int[data.Count] : null;
    }

    public override void Forget() => this.wholeIsLoaded = false;

    public override int Load(int batch)
    {
        if (this.wholeIsLoaded)
        {
            return this.data.Count;
        }

        int first = batch * this.BatchSize;
        int rows = Math.Min(this.BatchSize, this.data.Count - first);
        this.LoadFeatures(first, rows);
        if (this.options.WithTargets)
        {
            this.Load(this.data.AllTargets, this.data.TargetSize, first, rows, this.Pass.Targets);
            this.LoadWeights(first, rows);
        }

        this.wholeIsLoaded = this.Batches == 1 && !this.IsAugmented;
        return rows;
    }

    public override IEnumerable<(string Name, object? Value)> Describe()
    {
        yield return ("Rows", this.data.Count);
        yield return ("FeatureShape", this.data.FeatureShape);
        yield return ("TargetShape", this.data.TargetShape);
        yield return ("Features", Checksum.Of(this.data.AllFeatures));
        yield return ("Targets", Checksum.Of(this.data.AllTargets));
        yield return ("SampleWeights", Checksum.Of(this.data.SampleWeights));
    }

    protected override void Shuffle()
    {
        if (this.order is null)
        {
            return;
        }

        if (this.options.Order is { } windows)
        {
            new EpochOrder(new WindowLayout(this.Count, windows), this.options.Seed, this.Epoch, shuffled: true).Fill(this.order);
        }
        else
        {
            Data.Shuffle.Permutation(this.order, this.options.Seed, this.Epoch);
        }
    }

    private void LoadFeatures(int first, int rows)
    {
        if (!this.IsAugmented)
        {
            this.Load(this.data.AllFeatures, this.data.FeatureSize, first, rows, this.Pass.Inputs);
            return;
        }

        int size = this.data.FeatureSize;
        for (int i = 0; i < rows; i++)
        {
            int row = this.order is null ? first + i : this.order[first + i];
            this.WriteFeatures(this.data.AllFeatures.Slice(row * size, size), row, this.Pass.Inputs.Slice(i * size, size));
        }
    }

    private void LoadWeights(int first, int rows)
    {
        if (this.weights is not null)
        {
            this.Load(this.weights, 1, first, rows, this.Pass.SampleWeights);
            this.Pass.HasLoadedWeights = true;
        }
        else if (this.Pass.HasLoadedWeights)
        {
            // Those of other data, of which the pass held a batch before.
            this.Pass.ResetSampleWeights();
        }
    }

    private void Load(ReadOnlySpan<float> source, int size, int first, int rows, Span<T> destination)
    {
        if (this.order is null)
        {
            Convert(source.Slice(first * size, rows * size), destination);
            return;
        }

        for (int i = 0; i < rows; i++)
        {
            Convert(source.Slice(this.order[first + i] * size, size), destination.Slice(i * size, size));
        }
    }
}
