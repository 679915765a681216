using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace NetDsl.Training;

/// <summary>Cuts rows into batches and writes them into a pass.</summary>
/// <typeparam name="T">The element type of the network.</typeparam>
internal abstract class BatchSource<T> : IDisposable
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <param name="pass">Where batches are written.</param>
    /// <param name="count">The number of rows.</param>
    /// <param name="batchSize">The rows of each batch but the last, which has what is left.</param>
    /// <exception cref="ArgumentException">There are more batches than can be counted.</exception>
    protected BatchSource(NetworkPass<T> pass, long count, int batchSize)
    {
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

    /// <summary>Puts the rows into the order of an epoch.</summary>
    /// <param name="epoch">From 0.</param>
    public abstract void Shuffle(int epoch);

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
