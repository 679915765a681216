using System.Management.Automation;

namespace NetDsl.PowerShell;

/// <summary>
/// The session as a training sees it. Once the pipeline is being stopped, whatever speaks to the session throws; here that becomes the wish
/// to end, so that the step at hand and the checkpoint are finished first.
/// </summary>
/// <param name="command">The command that trains.</param>
/// <param name="cancel">Ends training before the next batch.</param>
internal sealed class SessionStreams(PSCmdlet command, Action cancel)
{
    // With -Debug and without -Verbose, PowerShell asks at each verbose line whether to go on.
    private readonly bool asksAtVerbose = command.MyInvocation.BoundParameters.ContainsKey("Debug")
        && !command.MyInvocation.BoundParameters.ContainsKey("Verbose");

    // Write-Host's: with it a message is shown whatever the preferences are.
    private static readonly string[] HostTag = ["PSHOST"];

    /// <summary>Does what needs the session.</summary>
    /// <param name="talk">What that is.</param>
    public void Run(Action talk)
    {
        try
        {
            talk();
        }
        catch (PipelineStoppedException)
        {
            cancel();
        }
    }

    /// <summary>Writes a line to the verbose stream; to the debug stream where a person wants that alone.</summary>
    public void WriteVerbose(string text)
    {
        if (this.asksAtVerbose)
        {
            this.WriteDebug(text);
        }
        else
        {
            this.Run(() => command.WriteVerbose(text));
        }
    }

    /// <summary>Writes a line to the debug stream.</summary>
    public void WriteDebug(string text) => this.Run(() => command.WriteDebug(text));

    /// <summary>Shows where the work stands.</summary>
    public void WriteProgress(ProgressRecord record) => this.Run(() => command.WriteProgress(record));

    /// <summary>Shows an object as Write-Host does, apart from what the command gives.</summary>
    public void WriteHost(object? value) => this.Run(() => command.WriteInformation(
        new HostInformationMessage { Message = LanguagePrimitives.ConvertTo<string>(value) }, HostTag));
}
