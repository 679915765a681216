using System.Numerics;
using NetDsl.Data;

namespace NetDsl.Training;

/// <summary>
/// One step of training by itself, on one batch again and again: forward, loss, backward and the optimiser. It is what is measured; to learn from data
/// there is <see cref="Trainer{T}"/>.
/// </summary>
/// <typeparam name="T">The element type of the network.</typeparam>
public sealed class TrainingStep<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly BatchObjective<T> objective;
    private int samples;

    /// <summary>Makes the buffers and the optimiser's state.</summary>
    /// <param name="network">The network, whose parameters each step changes.</param>
    /// <param name="optimizer">How gradients change the parameters.</param>
    /// <param name="batchSize">The samples of a step, at least 1.</param>
    /// <param name="threads">The most threads that share a step, at least 1; those that would cost more than they gain are left out.</param>
    /// <exception cref="InvalidOperationException">The network ends with a step function, and so is for prediction.</exception>
    public TrainingStep(INetwork<T> network, Optimizer optimizer, int batchSize, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(optimizer);
        TrainingChecks.Trainable(network.Summary);
        this.Pass = network.CreatePass(batchSize, network.Summary.UsefulThreads(batchSize, threads, training: true));
        this.State = optimizer.CreateState(network.Parameters, threads);
        this.objective = new BatchObjective<T>(this.Pass);
    }

    /// <summary>The buffers of the batch.</summary>
    public NetworkPass<T> Pass { get; }

    /// <summary>What the optimiser remembers.</summary>
    public OptimizerState<T> State { get; }

    /// <summary>Takes the first rows of some data, as many as a step has samples.</summary>
    /// <param name="data">Rows with targets.</param>
    /// <exception cref="ArgumentException">The shape of the data does not fit.</exception>
    /// <exception cref="DataFormatException">A target has a value that the loss cannot use; the message names the row.</exception>
    public void Load(Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        NetworkSummary summary = this.Pass.Network.Summary;
        TrainingChecks.Features(summary, data, nameof(data));
        TrainingChecks.Targets(summary, data, nameof(data));
        this.samples = new MemoryBatches<T>(data, this.Pass, this.Pass.BatchSize, weights: RowWeights.Of(summary, data, classWeights: null)).Load(0);
    }

    /// <summary>Does one step.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No samples were loaded.</exception>
    public void Run()
    {
        this.objective.Begin(this.samples, (ulong)this.State.Steps);
        this.State.Step(this.objective, this.objective.Evaluate());
    }
}
