using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace NetDsl.Benchmarks.Peers;

/// <summary>
/// A process that measures on demand, so that programs can take turns within seconds without starting anew each time. It prints a line
/// with its name and version when it is ready. Then, for each line FIGURE WORKLOAD BATCH SECONDS on its standard input, such as
/// <c>training tabular 64 0.5</c>, it prints a line: the rate, or <c>none</c> where it does not do such a thing. It ends with its input.
/// </summary>
internal sealed class PeerProcess : IDisposable
{
    private const string None = "none";

    /// <summary>What a process that has been told to end may take for it.</summary>
    private const int MillisecondsToEnd = 5000;

    private readonly Process process;
    private readonly StringBuilder errors = new();

    private PeerProcess(Process process)
    {
        this.process = process;
        this.process.ErrorDataReceived += (_, data) => this.errors.AppendLine(data.Data);
        this.process.BeginErrorReadLine();
        try
        {
            this.Version = this.ReadLine();
        }
        catch
        {
            this.Dispose();
            throw;
        }
    }

    /// <summary>The program's name and version.</summary>
    public string Version { get; }

    /// <summary>Starts a program and waits until it is ready.</summary>
    /// <param name="start">The program.</param>
    /// <exception cref="MeasurementException">There is no such program, or it ended.</exception>
    public static PeerProcess Start(ProcessStartInfo start)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        try
        {
            return new PeerProcess(Process.Start(start)!);
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new MeasurementException($"{start.FileName} cannot be started: {error.Message}");
        }
    }

    /// <summary>Measures.</summary>
    /// <param name="request">What to measure.</param>
    /// <returns>The rate, or null where the program does not do such a thing.</returns>
    /// <exception cref="MeasurementException">The program ended.</exception>
    public double? Measure(MeasurementRequest request)
    {
        this.process.StandardInput.WriteLine(request);
        string answer = this.ReadLine();
        return answer == None ? null : double.Parse(answer, CultureInfo.InvariantCulture);
    }

    /// <summary>Tells the program to end.</summary>
    public void Dispose()
    {
        this.process.StandardInput.Close();
        if (!this.process.WaitForExit(MillisecondsToEnd))
        {
            this.process.Kill(entireProcessTree: true);
        }

        this.process.Dispose();
    }

    private string ReadLine()
    {
        if (this.process.StandardOutput.ReadLine() is { } line)
        {
            return line;
        }

        // Waits for the rest of what it said as well.
        this.process.WaitForExit();
        string lastWords = this.errors.ToString().TrimEnd().Split('\n')[^1];
        throw new MeasurementException($"{Path.GetFileName(this.process.StartInfo.FileName)} ended: {lastWords}");
    }
}
