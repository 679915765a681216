using NetDsl.Training;

namespace Lecture;

/// <summary>Prints a line after each epoch, and lets the next epoch take smaller steps: large ones find the way, small ones the goal.</summary>
/// <param name="trainer">Who trains.</param>
/// <param name="epochs">How many epochs there will be.</param>
/// <param name="decay">What the learning rate is multiplied by after each epoch.</param>
internal sealed class EpochLines(Trainer<float> trainer, int epochs, double decay) : Callback
{
    /// <inheritdoc/>
    public override void OnEpochEnd(EpochLog epoch)
    {
        Console.WriteLine(FormattableString.Invariant(
            $"epoch {epoch.Epoch,2} of {epochs}: loss {epoch.Loss:F4}, right {epoch.Accuracy:P2}; {epoch.SamplesPerSecond:F0} images a second"));
        trainer.OptimizerState.LearningRate *= decay;
    }
}
