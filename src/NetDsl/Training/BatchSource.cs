using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using NetDsl.Data;

namespace NetDsl.Training;

/// <summary>Cuts data into batches and writes them into a pass.</summary>
/// <typeparam name="T">The element type of the network.</typeparam>
internal sealed class BatchSource<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Dataset data;
    private readonly NetworkPass<T> pass;
    private readonly int batchSize;
    private readonly bool withTargets;
    private readonly float[]? weights;
    private readonly int[]? order;
    private bool wholeIsLoaded;

    /// <summary>Batches of the rows in their order, until <see cref="Shuffle"/> is called.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="pass">Where batches are written.</param>
    /// <param name="batchSize">The rows of each batch but the last, which has what is left.</param>
    /// <param name="withTargets">Whether targets are written as well.</param>
    /// <param name="shuffled">Whether rows will be shuffled.</param>
    /// <param name="weights">A weight for each row, or null where all are 1.</param>
    public BatchSource(
        Dataset data, NetworkPass<T> pass, int batchSize, bool withTargets = true, bool shuffled = false, float[]? weights = null)
    {
        this.weights = weights;
        this.data = data;
        this.pass = pass;
        this.batchSize = batchSize;
        this.withTargets = withTargets;
        this.Batches = (int)(((long)data.Count + batchSize - 1) / batchSize);

        // The order within a batch of all rows changes nothing but rounding, and without it the rows stay where they are.
        this.order = shuffled && this.Batches > 1 ? new int[data.Count] : null;
    }

    /// <summary>The number of rows.</summary>
    public int Count => this.data.Count;

    /// <summary>The number of batches.</summary>
    public int Batches { get; }

    /// <summary>Puts the rows into the order of an epoch.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="epoch">From 0.</param>
    public void Shuffle(ulong seed, int epoch)
    {
        if (this.order is not null)
        {
            Data.Shuffle.Permutation(this.order, seed, epoch);
        }
    }

    /// <summary>Says that something else was written into the pass.</summary>
    public void Forget() => this.wholeIsLoaded = false;

    /// <summary>Writes a batch into the pass.</summary>
    /// <param name="batch">From 0.</param>
    /// <returns>Its rows.</returns>
    public int Load(int batch)
    {
        if (this.wholeIsLoaded)
        {
            return this.data.Count;
        }

        int first = batch * this.batchSize;
        int rows = Math.Min(this.batchSize, this.data.Count - first);
        this.Load(this.data.AllFeatures, this.data.FeatureSize, first, rows, this.pass.Inputs);
        if (this.withTargets)
        {
            this.Load(this.data.AllTargets, this.data.TargetSize, first, rows, this.pass.Targets);
            this.LoadWeights(first, rows);
        }

        this.wholeIsLoaded = this.Batches == 1;
        return rows;
    }

    private static void Convert(ReadOnlySpan<float> source, Span<T> destination)
    {
        if (typeof(T) == typeof(float))
        {
            source.CopyTo(MemoryMarshal.Cast<T, float>(destination));
        }
        else
        {
            TensorPrimitives.ConvertTruncating(source, destination);
        }
    }

    private void LoadWeights(int first, int rows)
    {
        if (this.weights is not null)
        {
            this.Load(this.weights, 1, first, rows, this.pass.SampleWeights);
            this.pass.HasLoadedWeights = true;
        }
        else if (this.pass.HasLoadedWeights)
        {
            // Those of other data, of which the pass held a batch before.
            this.pass.ResetSampleWeights();
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
