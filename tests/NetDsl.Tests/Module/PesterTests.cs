using System.ComponentModel;
using System.Diagnostics;

namespace NetDsl.Tests.Module;

/// <summary>The PowerShell module's own tests, started from here so that one command runs everything.</summary>
public sealed class PesterTests
{
    /// <summary>What the probe answers where a PowerShell is there that can run the tests.</summary>
    private const string Ready = "ready";

    /// <summary>The environment variable that names a file for the results of each of those tests.</summary>
    private const string ResultsVariable = "NETDSL_PESTER_RESULTS";

    private const string Probe =
        "if ($PSVersionTable.PSVersion -lt [version] '7.6') { \"pwsh is $($PSVersionTable.PSVersion); the module needs 7.6\" } " +
        "elseif (-not (Get-Module -ListAvailable Pester | Where-Object Version -GE 5.5)) " +
        "{ 'Pester 5 is not installed: Install-PSResource Pester' } else { '" + Ready + "' }";

    [Fact]
    public async Task The_modules_own_tests_pass()
    {
        await SkipWithoutPester();
        string script = Repository.File("tests", "module", "Invoke-Tests.ps1");
        string[] results = Environment.GetEnvironmentVariable(ResultsVariable) is { Length: > 0 } file ? ["-ResultPath", file] : [];
        (int exitCode, string output) = await Run(["-NoProfile", "-NonInteractive", "-File", script, .. results]);

        Assert.True(exitCode == 0, output);
    }

    private static async Task SkipWithoutPester()
    {
        string answer;
        try
        {
            (_, answer) = await Run(["-NoProfile", "-NonInteractive", "-Command", Probe]);
        }
        catch (Win32Exception)
        {
            answer = "there is no pwsh on the PATH";
        }

        Assert.SkipUnless(answer.Trim() == Ready, $"The module's tests did not run: {answer.Trim()}.");
    }

    private static async Task<(int ExitCode, string Output)> Run(string[] arguments)
    {
        ProcessStartInfo start = new("pwsh", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["NO_COLOR"] = "1";
        using Process process = Process.Start(start)!;
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(cancellation);
            Task<string> errors = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return (process.ExitCode, await output + await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
