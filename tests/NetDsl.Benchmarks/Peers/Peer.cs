using System.Diagnostics;

namespace NetDsl.Benchmarks.Peers;

/// <summary>A program that does the same work.</summary>
/// <param name="name">What it is called.</param>
/// <param name="remedy">What brings it to a machine that lacks it.</param>
internal abstract class Peer(string name, string remedy)
{
    /// <summary>What it is called.</summary>
    public string Name => name;

    /// <summary>What brings it to a machine that lacks it.</summary>
    public string Remedy => remedy;

    /// <summary>Starts it.</summary>
    /// <param name="threads">The threads that it may use.</param>
    /// <param name="workloads">What it will be asked for.</param>
    /// <exception cref="MeasurementException">It is not here.</exception>
    public abstract PeerProcess Start(int threads, IReadOnlyList<string> workloads);

    /// <summary>A script of this project, copied beside the program.</summary>
    /// <param name="name">Its file name.</param>
    protected static string Script(string name) => Path.Combine(AppContext.BaseDirectory, "Peers", name);

    /// <summary>Runs a program to its end.</summary>
    /// <returns>What it printed.</returns>
    /// <exception cref="MeasurementException">There is no such program, or it failed.</exception>
    protected static string Run(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0
                ? output.TrimEnd()
                : throw new MeasurementException($"{start.FileName} failed: {errors.GetAwaiter().GetResult().TrimEnd().Split('\n')[^1]}");
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new MeasurementException($"{start.FileName} cannot be started: {error.Message}");
        }
    }
}
