using System.Buffers;
using NetDsl.Kernels;

namespace NetDsl.Data;

/// <summary>
/// Augmentations one after the other, for samples of one shape. What happens to a sample depends on the seed, the epoch and the number of its row alone, so
/// that neither threads nor an interruption nor the way the data are read change it. It may be used by several threads at once, and allocates nothing that
/// lasts.
/// </summary>
public sealed class AugmentationPipeline
{
    private readonly Augmentation[] augmentations;
    private readonly int[] shape;
    private readonly int size;

    /// <summary>Augmentations for samples of a shape.</summary>
    /// <param name="augmentations">What is done, in order.</param>
    /// <param name="shape">The extents of a sample's features, channels last.</param>
    /// <param name="seed">What is drawn from.</param>
    /// <exception cref="ArgumentException">One of them cannot change such samples.</exception>
    public AugmentationPipeline(IReadOnlyList<Augmentation> augmentations, IReadOnlyList<int> shape, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(augmentations);
        ArgumentNullException.ThrowIfNull(shape);
        this.augmentations = [.. augmentations];
        this.shape = [.. shape];
        this.size = DatasetChecks.SizeOf(this.shape, "feature", least: 1);
        this.Seed = seed;
        foreach (Augmentation augmentation in this.augmentations)
        {
            augmentation.Check(this.shape);
        }
    }

    /// <summary>What is done, in order.</summary>
    public IReadOnlyList<Augmentation> Augmentations => this.augmentations;

    /// <summary>What is drawn from.</summary>
    public ulong Seed { get; }

    /// <summary>Changes the features of a sample in place.</summary>
    /// <param name="epoch">The epoch, from 0.</param>
    /// <param name="row">The number of the sample's row in the data, from 0, wherever it comes in the epoch.</param>
    /// <param name="features">Its features.</param>
    /// <exception cref="ArgumentException">They are not as many as a sample of the shape has.</exception>
    public void Apply(int epoch, long row, Span<float> features)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epoch);
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        if (features.Length != this.size)
        {
            throw new ArgumentException($"There are {features.Length} features; a sample has {this.size}.", nameof(features));
        }

        if (this.augmentations.Length == 0)
        {
            return;
        }

        // Each row has a stream of its own, and each epoch its own 2^32 words of it.
        RandomStream random = new(this.Seed, RandomStreams.Augmentation + (ulong)row) { Position = (ulong)epoch << 32 };
        float[] room = ArrayPool<float>.Shared.Rent(this.size);
        try
        {
            Span<float> from = features;
            Span<float> to = room.AsSpan(0, this.size);
            foreach (Augmentation augmentation in this.augmentations)
            {
                augmentation.Apply(from, to, this.shape, ref random);
                Span<float> changed = to;
                to = from;
                from = changed;
            }

            if (this.augmentations.Length % 2 == 1)
            {
                from.CopyTo(features);
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(room);
        }
    }
}
