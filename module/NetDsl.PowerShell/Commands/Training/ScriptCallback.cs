using System.Diagnostics;
using System.Management.Automation;
using NetDsl.Training;

namespace NetDsl.PowerShell;

/// <summary>
/// Runs a person's script blocks during a training, each in a scope of its own below the one in which the command was called.
/// </summary>
/// <param name="session">Where their output is shown.</param>
/// <param name="model">The model that is trained.</param>
/// <param name="handlers">The script blocks.</param>
/// <param name="command">How the command was called.</param>
internal sealed class ScriptCallback(SessionStreams session, NetModel model, ScriptHandlers handlers, InvocationInfo command) : Callback
{
    private TrainingProgress latest;
    private long latestTime;

    // Between two batches no one else keeps the time.
    private TimeSpan Elapsed
    {
        get
        {
            TimeSpan before = this.latest.Epoch > 0 ? this.latest.Elapsed : TimeSpan.FromSeconds(this.Context.History.Seconds.Sum());
            return before + Stopwatch.GetElapsedTime(this.latestTime);
        }
    }

    /// <inheritdoc/>
    public override void OnTrainBegin()
    {
        this.latest = default;
        this.latestTime = Stopwatch.GetTimestamp();
        if (handlers.TrainBegin is { } block)
        {
            this.Run(block, new NetTrainingEvent(nameof(this.OnTrainBegin), model, this.Context));
        }
    }

    /// <inheritdoc/>
    public override void OnEpochBegin(int epoch)
    {
        if (handlers.EpochBegin is { } block)
        {
            this.Run(block, new NetTrainingEvent(nameof(this.OnEpochBegin), model, this.Context)
            {
                Epoch = epoch,
                Elapsed = this.Elapsed,
                Remaining = this.RemainingAfter(epoch - 1),
            });
        }
    }

    /// <inheritdoc/>
    public override void OnBatchEnd(in TrainingProgress progress)
    {
        this.latest = progress;
        this.latestTime = Stopwatch.GetTimestamp();
        if (handlers.BatchEnd is { } block)
        {
            this.Run(block, new NetTrainingEvent(nameof(this.OnBatchEnd), model, this.Context)
            {
                Epoch = progress.Epoch,
                Batch = progress.Batch,
                Loss = progress.Loss,
                Accuracy = progress.Accuracy,
                Elapsed = progress.Elapsed,
                Remaining = progress.Remaining,
            });
        }
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(EpochLog epoch)
    {
        if (handlers.EpochEnd is { } block)
        {
            this.Run(block, new NetTrainingEvent(nameof(this.OnEpochEnd), model, this.Context, epoch)
            {
                Epoch = epoch.Epoch,
                Elapsed = this.Elapsed,
                Remaining = this.RemainingAfter(epoch.Epoch),
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
            this.Run(block, new NetTrainingEvent(nameof(this.OnTrainEnd), model, this.Context, last)
            {
                Elapsed = this.Elapsed,
                Remaining = TimeSpan.Zero,
            });
        }
    }

    private TimeSpan? RemainingAfter(int epochs) => epochs > 0 ? this.Elapsed * ((double)(this.Context.Epochs - epochs) / epochs) : null;

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
            throw Failure(block, moment, $"{this.Position(error)}{error.ErrorRecord}", error);
        }
        catch (FlowControlException jump) when (jump is BreakException or ContinueException)
        {
            // It would leave a loop around the command, which knows nothing of it.
            string advice = "There is no loop here to break or continue; return leaves the script block, $_.StopTraining() ends training.";
            throw Failure(block, moment, advice, jump);
        }
    });

    // What Write-Error says in the block itself has the place of the command, which tells nothing.
    private string Position(RuntimeException error) => error.ErrorRecord.InvocationInfo is { } place && Place(place) != Place(command)
        ? $"{new ScriptPosition(place)}: "
        : string.Empty;

    private static (string? Script, int Line, int Column) Place(InvocationInfo at) => (at.ScriptName, at.ScriptLineNumber, at.OffsetInLine);

    private static CommandErrorException Failure(ScriptBlock block, NetTrainingEvent moment, string what, Exception error)
    {
        string when = moment.Epoch is { } epoch ? FormattableString.Invariant($" in epoch {epoch}") : string.Empty;
        string where = FormattableString.Invariant($"-{moment.Handler}, line {block.Ast.Extent.StartLineNumber},");
        return new CommandErrorException(
            "CallbackFailed", ErrorCategory.InvalidOperation, block, $"The script block of {where} ended training{when}. {what}", error);
    }
}
