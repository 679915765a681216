using System.Diagnostics;
using System.Globalization;

namespace NetDsl.Benchmarks.Peers;

/// <summary>A peer that is a Python package.</summary>
/// <param name="name">What it is called.</param>
/// <param name="remedy">What brings it to a machine that lacks it.</param>
/// <param name="script">The script of this project that measures it.</param>
/// <param name="interpreter">The interpreter to take, or null for the first that has the package.</param>
internal abstract class PythonPeer(string name, string remedy, string script, string? interpreter) : Peer(name, remedy)
{
    /// <summary>A distribution's own interpreter has the distribution's packages, even where another of that name comes first on the path.</summary>
    private static readonly string[] Interpreters = OperatingSystem.IsWindows() ? ["python", "py"] : ["python3", "/usr/bin/python3"];

    /// <summary>A variable of the environment that the interpreter gets, or null.</summary>
    protected virtual KeyValuePair<string, string>? Variable => null;

    /// <inheritdoc/>
    public override PeerProcess Start(int threads, IReadOnlyList<string> workloads)
    {
        string count = threads.ToString(CultureInfo.InvariantCulture);
        return this.WithInterpreter(python => PeerProcess.Start(this.StartInfo(python, threads, [Script(script), count])));
    }

    /// <summary>Does something with the first interpreter that can do it.</summary>
    /// <exception cref="MeasurementException">None can.</exception>
    protected T WithInterpreter<T>(Func<string, T> use)
    {
        string[] candidates = interpreter is null ? Interpreters : [interpreter];
        MeasurementException? failure = null;
        foreach (string candidate in candidates)
        {
            try
            {
                return use(candidate);
            }
            catch (MeasurementException error)
            {
                failure = error;
            }
        }

        throw failure!;
    }

    /// <summary>An interpreter whose libraries for matrices keep to some threads.</summary>
    protected ProcessStartInfo StartInfo(string python, int threads, IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(python, arguments);

        // OpenBLAS reads these once, when it is loaded.
        start.Environment["OMP_NUM_THREADS"] = start.Environment["OPENBLAS_NUM_THREADS"] = start.Environment["MKL_NUM_THREADS"] =
            threads.ToString(CultureInfo.InvariantCulture);
        if (this.Variable is { } variable)
        {
            start.Environment[variable.Key] = variable.Value;
        }

        return start;
    }
}
