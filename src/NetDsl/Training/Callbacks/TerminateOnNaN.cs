namespace NetDsl.Training;

/// <summary>
/// Lets training end without an exception where the loss or a parameter is no longer finite. <see cref="History.StopReason"/> says what
/// happened; the epoch at hand is not in the history.
/// </summary>
/// <example><code>trainer.Fit(train, epochs: 10, callbacks: [new TerminateOnNaN()]);</code></example>
public sealed class TerminateOnNaN : Callback
{
    /// <inheritdoc/>
    public override void OnDivergence(TrainingDivergedException divergence)
    {
        ArgumentNullException.ThrowIfNull(divergence);
        this.Context.StopTraining($"TerminateOnNaN: {divergence.Message}");
    }
}
