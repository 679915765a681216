using NetDsl.Data;

namespace NetDsl.Training;

/// <summary>What of the rows is written into a pass, and in which order.</summary>
internal sealed record BatchOptions
{
    /// <summary>Whether targets and weights are written as well as features.</summary>
    public bool WithTargets { get; init; } = true;

    /// <summary>Whether each epoch has an order of its own.</summary>
    public bool IsShuffled { get; init; }

    /// <summary>What the order is drawn from.</summary>
    public ulong Seed { get; init; }

    /// <summary>Blocks and windows of the order; null for a shuffle of all rows.</summary>
    public ShuffleOrder? Order { get; init; }

    /// <summary>The most bytes that rows of a stream take in memory.</summary>
    public long Memory { get; init; } = long.MaxValue;

    /// <summary>What is done with the features of each row, or null.</summary>
    public AugmentationPipeline? Augmentation { get; init; }
}
