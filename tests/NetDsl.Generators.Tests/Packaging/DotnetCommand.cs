using System.Diagnostics;

namespace NetDsl.Generators.Tests.Packaging;

/// <summary>Runs the dotnet command as a person at a prompt would, whatever the test runner has set for itself.</summary>
internal static class DotnetCommand
{
    /// <summary>What a test host is started with and what would make its children believe they belonged to it.</summary>
    private static readonly string[] Inherited = ["MSBUILD", "VSTEST", "TESTINGPLATFORM", "DOTNET_HOST_PATH", "DOTNET_CLI_CONTEXT"];

    /// <summary>The command, or null where it is in no folder of the PATH.</summary>
    public static string? Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => System.IO.Path.Combine(folder, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"))
        .FirstOrDefault(File.Exists);

    /// <summary>Runs the command to its end.</summary>
    /// <param name="folder">The working folder.</param>
    /// <param name="packages">The folder that packages are unpacked into; null for the user's own.</param>
    /// <param name="arguments">The arguments.</param>
    /// <returns>The exit code, and all that was written.</returns>
    public static async Task<(int ExitCode, string Output)> RunAsync(string folder, string? packages, params string[] arguments)
    {
        ProcessStartInfo start = new(Path!, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string name in Environment.GetEnvironmentVariables().Keys.Cast<string>())
        {
            if (Inherited.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
            {
                start.Environment.Remove(name);
            }
        }

        // Servers that stay behind would keep the temporary folder busy.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        if (packages is not null)
        {
            start.Environment["NUGET_PACKAGES"] = packages;
        }

        CancellationToken cancellation = TestContext.Current.CancellationToken;
        using var process = Process.Start(start)!;
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
