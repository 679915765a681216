using System.Globalization;
using NetDsl.Training;

namespace NetDsl.PowerShell;

/// <summary>Writes a line to the verbose stream after each epoch, and to the debug stream how training is done.</summary>
/// <param name="session">The streams.</param>
/// <param name="options">How training is done.</param>
internal sealed class TrainingLog(SessionStreams session, TrainingOptions options) : Callback
{
    private bool hasBegun;

    /// <inheritdoc/>
    public override void OnTrainBegin()
    {
        this.hasBegun = !this.Context.IsRestored;
        int threads = this.Context.Network.Summary.UsefulThreads(this.Context.BatchSize, options.Threads, training: true);
        session.WriteDebug(Optimizers.Describe(options.Optimizer));
        string order = options.Shuffle ? "shuffled" : "in order";
        session.WriteDebug(string.Create(
            CultureInfo.InvariantCulture,
            $"{this.Context.Batches} batches of up to {this.Context.BatchSize} rows, {order}, seed {options.Seed}, " +
            $"{threads} of at most {options.Threads} threads."));
        if (options.ClassWeights is { } weights)
        {
            IEnumerable<string> list = weights.OrderBy(pair => pair.Key)
                .Select(pair => FormattableString.Invariant($"{pair.Key}: {pair.Value:G6}"));
            session.WriteDebug($"Weights of the classes by number: {string.Join(", ", list)}.");
        }
    }

    /// <inheritdoc/>
    public override void OnBatchBegin(int epoch, int batch) => this.hasBegun = true;

    /// <inheritdoc/>
    public override void SaveState(CheckpointState state)
    {
        // Nothing is kept. One that goes on from a checkpoint is asked once before it begins, and writes nothing then.
        if (this.hasBegun)
        {
            session.WriteDebug(string.Create(CultureInfo.InvariantCulture, $"Checkpoint after {this.Context.Steps} steps."));
        }
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(EpochLog epoch)
    {
        string Figure(string name, double? value) =>
            value is { } number ? string.Create(CultureInfo.InvariantCulture, $", {name} {number:G6}") : string.Empty;
        session.WriteVerbose(string.Concat(
            string.Create(CultureInfo.InvariantCulture, $"Epoch {epoch.Epoch}, {epoch.Seconds:F2} s"),
            Figure("loss", epoch.Loss),
            Figure("accuracy", epoch.Accuracy),
            Figure("val_loss", epoch.ValidationLoss),
            Figure("val_accuracy", epoch.ValidationAccuracy)));
        session.WriteDebug(string.Create(
            CultureInfo.InvariantCulture, $"{this.Context.Steps} steps so far, learning rate {this.Context.LearningRate:G6}."));
    }

    /// <inheritdoc/>
    public override void OnTrainEnd(History history)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (history.StopReason is { } reason)
        {
            session.WriteVerbose($"Training stopped: {reason}");
        }
    }
}
