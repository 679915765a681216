using System.Management.Automation;

namespace NetDsl.PowerShell;

/// <summary>
/// What all commands of the module have in common: Ctrl+C ends their work through a token, and whatever goes wrong becomes an
/// error record with an id, a category and a target.
/// </summary>
public abstract class NetCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource cancellation = new();

    /// <summary>Cancelled when the pipeline is stopped.</summary>
    protected CancellationToken Cancellation => this.cancellation.Token;

    /// <summary>What an error is about where nothing more exact is known.</summary>
    protected virtual object? ErrorTarget => null;

    /// <summary>
    /// Whether an error ends the command. False for one that takes many objects from the pipeline, of which one bad one does not spoil
    /// the others.
    /// </summary>
    protected virtual bool ErrorsAreTerminating => true;

    /// <inheritdoc/>
    public void Dispose()
    {
        this.cancellation.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Does the work for one object of the pipeline.</summary>
    protected abstract void Process();

    /// <inheritdoc/>
    protected sealed override void ProcessRecord() => this.Guard(this.Process, this.ErrorTarget);

    /// <inheritdoc/>
    protected sealed override void StopProcessing() => this.cancellation.Cancel();

    /// <summary>Runs a piece of work and reports what goes wrong.</summary>
    /// <param name="work">The work.</param>
    /// <param name="target">What an error is about.</param>
    protected void Guard(Action work, object? target)
    {
        try
        {
            work();
        }
        catch (OperationCanceledException) when (this.Cancellation.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        catch (CommandErrorException error)
        {
            this.Report(error.ErrorRecord);
        }
        catch (Exception error) when (error is not (PipelineStoppedException or FlowControlException))
        {
            this.Report(ErrorRecords.Of(error, target));
        }
    }

    private void Report(ErrorRecord record)
    {
        if (this.ErrorsAreTerminating)
        {
            this.ThrowTerminatingError(record);
        }

        this.WriteError(record);
    }
}
