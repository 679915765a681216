using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace NetDsl.PowerShell;

/// <summary>A script block that is run for one row after the other, by any thread, in a session of its own.</summary>
/// <param name="name">The step that it does, which errors name.</param>
/// <param name="text">Its text.</param>
internal sealed class RowScript(string name, string text)
{
    // One for all scripts: a session takes a tenth of a second to open.
    private static readonly Lazy<Runspace> Session = new(Open);

    private ScriptBlock? block;

    /// <summary>Runs the script for a row, which it changes.</summary>
    /// <param name="row">What $_ is.</param>
    /// <exception cref="CommandErrorException">The script ends in an error.</exception>
    public void Run(object row)
    {
        Runspace session = Session.Value;
        lock (session)
        {
            Runspace before = Runspace.DefaultRunspace;
            Runspace.DefaultRunspace = session;
            try
            {
                this.block ??= ScriptBlock.Create(text);
                this.block.InvokeWithContext(null, [new PSVariable("_", row), new PSVariable("ErrorActionPreference", ActionPreference.Stop)], row);
            }
            catch (RuntimeException error) when (error is not PipelineStoppedException)
            {
                throw this.Error($"ends in an error: {error.ErrorRecord.ToString().TrimEnd('.')}", error);
            }
            finally
            {
                Runspace.DefaultRunspace = before;
            }
        }
    }

    /// <summary>What is wrong with what the script does.</summary>
    /// <param name="problem">What it does, without a full stop.</param>
    /// <param name="inner">Its error, or null.</param>
    public CommandErrorException Error(string problem, Exception? inner = null) =>
        new("ScriptStepFailed", ErrorCategory.InvalidOperation, name, $"The script of the step '{name}' {problem}.", inner);

    private static Runspace Open()
    {
        Runspace session = RunspaceFactory.CreateRunspace();
        session.Open();
        return session;
    }
}
