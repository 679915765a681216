using System.Management.Automation;
using NetDsl.Training;

namespace NetDsl.PowerShell;

/// <summary>Runs a person's script blocks during a training, each in a scope of its own below the one in which the command was called.</summary>
/// <param name="session">Where their output is shown.</param>
/// <param name="model">The model that is trained.</param>
/// <param name="handlers">The script blocks.</param>
internal sealed class ScriptCallback(SessionStreams session, NetModel model, ScriptHandlers handlers) : Callback
{
    private TrainingPace pace = new();

    /// <inheritdoc/>
    public override void OnTrainBegin()
    {
        this.pace = new TrainingPace();
        if (handlers.TrainBegin is { } block)
        {
            this.Run(block, new NetTrainingEvent(nameof(this.OnTrainBegin), model, this.Context));
        }
    }

    /// <inheritdoc/>
    public override void OnEpochBegin(int epoch)
    {
        this.pace.Begin(epoch, this.Context.Epochs);
        if (handlers.EpochBegin is { } block)
        {
            this.Run(block, new NetTrainingEvent(nameof(this.OnEpochBegin), model, this.Context)
            {
                Epoch = epoch,
                Elapsed = this.pace.Elapsed,
                Remaining = this.pace.Remaining((epoch - 1.0) / this.Context.Epochs),
            });
        }
    }

    /// <inheritdoc/>
    public override void OnBatchEnd(in TrainingProgress progress)
    {
        if (handlers.BatchEnd is { } block)
        {
            this.Run(block, new NetTrainingEvent(nameof(this.OnBatchEnd), model, this.Context)
            {
                Epoch = progress.Epoch,
                Batch = progress.Batch,
                Loss = progress.Loss,
                Accuracy = progress.Accuracy,
                Elapsed = this.pace.Elapsed,
                Remaining = this.pace.Remaining(progress.Fraction),
            });
        }
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(EpochLog epoch)
    {
        if (handlers.EpochEnd is { } block)
        {
            this.Run(block, new NetTrainingEvent(nameof(this.OnEpochEnd), model, this.Context)
            {
                Epoch = epoch.Epoch,
                Loss = epoch.Loss,
                Accuracy = epoch.Accuracy,
                ValidationLoss = epoch.ValidationLoss,
                ValidationAccuracy = epoch.ValidationAccuracy,
                Elapsed = this.pace.Elapsed,
                Remaining = this.pace.Remaining((double)epoch.Epoch / this.Context.Epochs),
            });
        }
    }

    /// <inheritdoc/>
    public override void OnTrainEnd(History history)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (handlers.TrainEnd is { } block)
        {
            EpochLog? last = history.Count > 0 ? history[^1] : null;
            this.Run(block, new NetTrainingEvent(nameof(this.OnTrainEnd), model, this.Context)
            {
                Loss = last?.Loss,
                Accuracy = last?.Accuracy,
                ValidationLoss = last?.ValidationLoss,
                ValidationAccuracy = last?.ValidationAccuracy,
                Elapsed = this.pace.Elapsed,
                Remaining = TimeSpan.Zero,
            });
        }
    }

    private void Run(ScriptBlock block, NetTrainingEvent moment) => session.Run(() =>
    {
        // The first error is the one to show; those after it follow from it.
        List<PSVariable> variables = [new PSVariable("_", moment), new PSVariable("ErrorActionPreference", ActionPreference.Stop)];
        try
        {
            foreach (PSObject? output in block.InvokeWithContext(null, variables, moment))
            {
                session.WriteHost(output);
            }
        }
        catch (RuntimeException error) when (error is not PipelineStoppedException)
        {
            throw Explain(error, block, moment);
        }
    });

    private static CommandErrorException Explain(RuntimeException error, ScriptBlock block, NetTrainingEvent moment)
    {
        ScriptPosition? position = error.ErrorRecord.InvocationInfo is { } invocation ? new ScriptPosition(invocation) : null;
        string when = moment.Epoch is { } epoch ? FormattableString.Invariant($" in epoch {epoch}") : string.Empty;
        string where = FormattableString.Invariant($"-{moment.Handler} (line {block.Ast.Extent.StartLineNumber})");
        return new CommandErrorException(
            "CallbackFailed",
            ErrorCategory.InvalidOperation,
            block,
            $"The script block of {where} ended training{when}. {position}: {error.Message}",
            error);
    }
}
