using NetDsl.Data;
using NetDsl.Training;

namespace NetDsl.PowerShell;

/// <summary>How a network is trained.</summary>
/// <param name="Optimizer">How gradients change the parameters.</param>
/// <param name="Epochs">How often to go through all rows.</param>
/// <param name="BatchSize">The rows of a step, or null for what the library takes.</param>
/// <param name="Seed">What shuffling and dropout are drawn from.</param>
/// <param name="Shuffle">Whether each epoch visits the rows in a new order.</param>
/// <param name="Threads">The most threads that share the work.</param>
/// <param name="ClassWeights">What the losses of the rows of a class are multiplied by, or null.</param>
/// <param name="Order">In which order shuffled rows are visited, or null for what the library takes.</param>
/// <param name="StreamMemory">The most bytes that rows of a stream take in memory.</param>
/// <param name="Augmentation">What is done with a row each time it is trained with.</param>
internal sealed record TrainingOptions(
    Optimizer Optimizer,
    int Epochs,
    int? BatchSize,
    ulong Seed,
    bool Shuffle,
    int Threads,
    IReadOnlyDictionary<int, double>? ClassWeights,
    ShuffleOrder? Order,
    long StreamMemory,
    IReadOnlyList<Augmentation> Augmentation);
