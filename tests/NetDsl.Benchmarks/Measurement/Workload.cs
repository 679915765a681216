using NetDsl.Data;
using NetDsl.Evaluation;
using NetDsl.Training;

namespace NetDsl.Benchmarks.Measurement;

/// <summary>A network with the batch it is trained in and the optimiser that trains it.</summary>
/// <param name="Network">The network, initialised.</param>
/// <param name="Batch">The samples of a training step and of a prediction of many.</param>
/// <param name="Optimizer">The optimiser.</param>
internal sealed record Workload(INetwork<float> Network, int Batch, Optimizer Optimizer)
{
    /// <summary>Draws a batch: speed does not depend on what is in it.</summary>
    public Dataset DrawBatch() => RandomSamples.Draw(this.Network, this.Batch);

    /// <summary>What measures it.</summary>
    /// <param name="threads">The threads that share a batch.</param>
    public PerformanceMeasurement<float> Measurement(int threads) => new(this.Network, this.DrawBatch(), threads);

    /// <summary>A training step on a batch that is still to be loaded.</summary>
    /// <param name="threads">The threads that share it.</param>
    public TrainingStep<float> TrainingStep(int threads) => new(this.Network, this.Optimizer, this.Batch, threads);
}
