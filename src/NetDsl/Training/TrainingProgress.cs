namespace NetDsl.Training;

/// <summary>Where training stands after a batch.</summary>
/// <param name="Epoch">The epoch at hand, from 1.</param>
/// <param name="Epochs">The epochs asked for.</param>
/// <param name="Batch">The batches of this epoch that are done.</param>
/// <param name="Batches">The batches of an epoch.</param>
/// <param name="Loss">The mean loss of a sample over this epoch so far.</param>
/// <param name="Accuracy">The fraction of right decisions over this epoch so far, or null where outputs are no decisions.</param>
/// <param name="Elapsed">The time since training began.</param>
public readonly record struct TrainingProgress(
    int Epoch, int Epochs, int Batch, int Batches, double Loss, double? Accuracy, TimeSpan Elapsed)
{
    /// <summary>The part of all batches that is done, 0 to 1.</summary>
    public double Fraction => (((this.Epoch - 1.0) * this.Batches) + this.Batch) / ((double)this.Epochs * this.Batches);

    /// <summary>The time that is left if the batches to come take as long as those before.</summary>
    public TimeSpan Remaining => this.Elapsed * ((1 - this.Fraction) / this.Fraction);
}
