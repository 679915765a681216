using System.Runtime.InteropServices;

namespace NetDsl.Benchmarks.Measurement;

/// <summary>The name of the processor, without which a figure says nothing.</summary>
internal static class ProcessorName
{
    private const string LinuxFile = "/proc/cpuinfo";
    private const string LinuxKey = "model name";

    /// <summary>Reads the name, with the number of processors.</summary>
    public static string Read() => FormattableString.Invariant($"{Model()}, {Environment.ProcessorCount} processors");

    private static string Model()
    {
        string? line = File.Exists(LinuxFile)
            ? File.ReadLines(LinuxFile).FirstOrDefault(text => text.StartsWith(LinuxKey, StringComparison.Ordinal))
            : null;
        return line?[(line.IndexOf(':') + 1)..].Trim()
            ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER")
            ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
