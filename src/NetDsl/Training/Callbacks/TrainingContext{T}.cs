using System.Numerics;

namespace NetDsl.Training;

/// <inheritdoc/>
/// <typeparam name="T">The element type of the network.</typeparam>
internal sealed class TrainingContext<T>(Trainer<T> trainer, History history, int epochs, int batches, int batchSize)
    : TrainingContext(history, epochs, batches, batchSize)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public override INetwork Network => trainer.Network;

    public override Optimizer Optimizer => trainer.Optimizer;

    public override double LearningRate
    {
        get => trainer.OptimizerState.LearningRate;
        set => trainer.OptimizerState.LearningRate = value;
    }

    public override long Steps => trainer.OptimizerState.Steps;

    public override int EpochsTrained => trainer.EpochsTrained;
}
