namespace NetDsl.Training;

/// <summary>Training cannot go on because the loss or a parameter is no longer a finite number.</summary>
public sealed class TrainingDivergedException : Exception
{
    internal TrainingDivergedException(string what, double value, int epoch, int batch)
        : base(FormattableString.Invariant(
            $"{what} became {value} in epoch {epoch}, batch {batch}: lower the learning rate, or bring the features to a range near -1 to 1."))
    {
        this.Epoch = epoch;
        this.Batch = batch;
    }

    /// <summary>The epoch of this call, from 1.</summary>
    public int Epoch { get; }

    /// <summary>The batch of the epoch, from 1.</summary>
    public int Batch { get; }
}
