using System.Collections;
using System.Management.Automation;

namespace NetDsl.PowerShell;

/// <summary>
/// What all commands of the module have in common: Ctrl+C ends their work through a token, and whatever goes wrong becomes an
/// error record with an id, a category and a target.
/// </summary>
public abstract class NetCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource cancellation = new();

    // $Error, newest first; it is one list for as long as the session lasts.
    private ArrayList? sessionErrors;

    /// <summary>From paths as they are given to files.</summary>
    private protected FileArguments Files => field ??= new FileArguments(this.SessionState);

    private object? NewestError => this.sessionErrors is { Count: > 0 } errors ? errors[0] : null;

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
        this.sessionErrors ??= this.SessionState.PSVariable.GetValue("global:Error") as ArrayList;
        object? newestBefore = this.NewestError;
        try
        {
            work();
        }
        catch (OperationCanceledException) when (this.Cancellation.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        catch (Exception error) when (error is not (PipelineStoppedException or FlowControlException))
        {
            this.ForgetCauses(error, newestBefore);
            this.Report(ErrorRecords.Of(error, target));
        }
    }

    /// <summary>
    /// Whether a file is to be written: asks the person where -Confirm says so, and only tells where -WhatIf does. One that is there is kept
    /// unless -Force is given.
    /// </summary>
    /// <param name="file">The file, from <see cref="Files"/>.</param>
    /// <param name="force">Whether it may be overwritten.</param>
    /// <param name="action">What is done, for -WhatIf.</param>
    /// <exception cref="CommandErrorException">The file is there, or its folder is not.</exception>
    private protected bool ShouldWrite(string file, bool force, string action)
    {
        if (Path.Exists(file) && !force)
        {
            throw new CommandErrorException(
                "FileExists", ErrorCategory.ResourceExists, file, $"{file} is there already. Give -Force to replace it, or another path.");
        }

        if (Path.GetDirectoryName(file) is { } folder && !Directory.Exists(folder))
        {
            throw new CommandErrorException(
                "FolderNotFound",
                ErrorCategory.ObjectNotFound,
                file,
                $"{file} cannot be written: the folder {folder} does not exist. Make it with New-Item -ItemType Directory, or give another path.");
        }

        return this.ShouldProcess(file, action);
    }

    /// <summary>Whether a parameter was given, and has not its default.</summary>
    /// <param name="parameter">Its name.</param>
    private protected bool IsGiven(string parameter) => this.MyInvocation.BoundParameters.ContainsKey(parameter);

    /// <summary>Refuses parameters that do not go with the others.</summary>
    /// <param name="target">What they do not go with.</param>
    /// <param name="reason">Why, as a sentence without its full stop.</param>
    /// <param name="parameters">Their names.</param>
    /// <exception cref="CommandErrorException">One of them was given.</exception>
    private protected void RefuseGiven(object target, string reason, params string[] parameters)
    {
        if (parameters.FirstOrDefault(this.IsGiven) is { } unfit)
        {
            throw new CommandErrorException(
                "UnfitParameter", ErrorCategory.InvalidArgument, target, $"-{unfit} cannot be used here: {reason}. Leave it out.");
        }
    }

    // A script block's own error, which PowerShell has noted in $Error by now, is the cause of this one and not another. What was there
    // before the work began stays, though it may read the same.
    private void ForgetCauses(Exception error, object? newestBefore)
    {
        if (error.InnerException is IContainsErrorRecord)
        {
            while (!ReferenceEquals(this.NewestError, newestBefore) && Causes(error).Any(cause => IsOf(this.NewestError, cause)))
            {
                this.sessionErrors!.RemoveAt(0);
            }
        }
    }

    private static IEnumerable<Exception> Causes(Exception error)
    {
        for (Exception? cause = error.InnerException; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }

    private static bool IsOf(object? entry, Exception cause) =>
        ReferenceEquals(entry, cause) || (entry is ErrorRecord record && (ReferenceEquals(record.Exception, cause) || record.Exception.Message == cause.Message));

    private void Report(ErrorRecord record)
    {
        if (this.ErrorsAreTerminating)
        {
            this.ThrowTerminatingError(record);
        }

        this.WriteError(record);
    }
}
