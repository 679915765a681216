using System.Diagnostics;
using System.Runtime.InteropServices;

namespace NetDsl.Tests;

/// <summary>Runs one of the programs beside the tests in a process of its own.</summary>
internal static class ChildProcess
{
    /// <summary>Runs a program to its end.</summary>
    /// <param name="assembly">The program, a file beside the tests.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">What differs from the environment of the tests.</param>
    public static ProcessResult Run(string assembly, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        ProcessStartInfo start = new(Host(), [Path.Combine(AppContext.BaseDirectory, assembly), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new ProcessResult(process.ExitCode, output, errors.GetAwaiter().GetResult());
    }

    // The runtime that runs the tests lies in shared/Microsoft.NETCore.App/VERSION beside its host.
    private static string Host() => Path.GetFullPath(Path.Combine(
        RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
}
