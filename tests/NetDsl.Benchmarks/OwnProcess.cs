using System.Diagnostics;
using System.Runtime.InteropServices;

namespace NetDsl.Benchmarks;

/// <summary>This program in a process of its own: with an environment of its own, and with nothing compiled yet.</summary>
internal static class OwnProcess
{
    /// <summary>What to start.</summary>
    /// <param name="arguments">The arguments.</param>
    public static ProcessStartInfo StartInfo(IEnumerable<string> arguments) =>
        new(Host(), [typeof(OwnProcess).Assembly.Location, .. arguments]) { RedirectStandardOutput = true };

    /// <summary>Runs this program to its end.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <returns>The last line of what it printed.</returns>
    /// <exception cref="MeasurementException">It failed; it has said why.</exception>
    public static string LastLine(IReadOnlyList<string> arguments)
    {
        using Process process = Process.Start(StartInfo(arguments))!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output.TrimEnd().Split('\n')[^1]
            : throw new MeasurementException($"NetDsl.Benchmarks {string.Join(' ', arguments)} ended with exit code {process.ExitCode}.");
    }

    // The runtime that runs this program lies in shared/Microsoft.NETCore.App/VERSION beside its host.
    private static string Host() => Path.GetFullPath(Path.Combine(
        RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
}
