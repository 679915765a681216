using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using NetDsl.Data;

namespace NetDsl.Training;

/// <summary>Cuts rows into batches and writes them into a pass.</summary>
/// <typeparam name="T">The element type of the network.</typeparam>
internal abstract class BatchSource<T> : IDisposable
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly AugmentationPipeline? augmentation;
    private readonly float[] room;

    /// <param name="pass">Where batches are written.</param>
    /// <param name="count">The number of rows.</param>
    /// <param name="batchSize">The rows of each batch but the last, which has what is left.</param>
    /// <param name="augmentation">What is done with the features of each row, or null.</param>
    /// <exception cref="ArgumentException">There are more batches than can be counted.</exception>
    protected BatchSource(NetworkPass<T> pass, long count, int batchSize, AugmentationPipeline? augmentation)
    {
        this.augmentation = augmentation;
        this.room = augmentation is null || typeof(T) == typeof(float) ? [] : new float[pass.Network.Summary.InputSize];
        long batches = (count + batchSize - 1) / batchSize;
        this.Pass = pass;
        this.Count = count;
        this.BatchSize = batchSize;
        this.Batches = batches <= int.MaxValue
            ? (int)batches
            : throw new ArgumentException($"{count} rows make {batches} batches of {batchSize}, more than can be counted. Choose larger ones.");
    }

    /// <summary>The number of rows.</summary>
    public long Count { get; }

    /// <summary>The number of batches.</summary>
    public int Batches { get; }

    /// <summary>Where batches are written.</summary>
    protected NetworkPass<T> Pass { get; }

    /// <summary>The rows of each batch but the last.</summary>
    protected int BatchSize { get; }

    /// <summary>Whether rows are changed when they are written, so that they have to be written for each epoch anew.</summary>
    protected bool IsAugmented => this.augmentation is not null;

    /// <summary>The epoch at hand, from 0.</summary>
    protected int Epoch { get; private set; }

    /// <summary>Puts the rows into the order of an epoch.</summary>
    /// <param name="epoch">From 0.</param>
    public void BeginEpoch(int epoch)
    {
        this.Epoch = epoch;
        this.Shuffle();
    }

    /// <summary>Says that something else was written into the pass.</summary>
    public virtual void Forget()
    {
    }

    /// <summary>Writes a batch into the pass.</summary>
    /// <param name="batch">From 0.</param>
    /// <returns>Its rows.</returns>
    public abstract int Load(int batch);

    /// <summary>What tells these rows from others, by names, for a checkpoint to compare.</summary>
    public abstract IEnumerable<(string Name, object? Value)> Describe();

    /// <inheritdoc/>
    public virtual void Dispose()
    {
    }

    /// <summary>Puts the rows into the order of the epoch.</summary>
    protected abstract void Shuffle();

    /// <summary>Writes the features of a row into the pass.</summary>
    /// <param name="features">The features.</param>
    /// <param name="row">The number of the row, wherever it comes.</param>
    /// <param name="destination">Room for as many.</param>
    protected void WriteFeatures(ReadOnlySpan<float> features, long row, Span<T> destination)
    {
        if (this.augmentation is null)
        {
            Convert(features, destination);
        }
        else if (typeof(T) == typeof(float))
        {
            Convert(features, destination);
            this.augmentation.Apply(this.Epoch, row, MemoryMarshal.Cast<T, float>(destination));
        }
        else
        {
            features.CopyTo(this.room);
            this.augmentation.Apply(this.Epoch, row, this.room);
            Convert(this.room, destination);
        }
    }

    /// <summary>Writes values into a buffer of the pass.</summary>
    protected static void Convert(ReadOnlySpan<float> source, Span<T> destination)
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
}
