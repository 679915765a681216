using System.Globalization;
using NetDsl.Benchmarks.Evaluation;
using NetDsl.Benchmarks.Measurement;

namespace NetDsl.Benchmarks;

/// <summary>Reads the arguments: those without dashes in order, the others by their names.</summary>
internal sealed class CommandLine
{
    private const string Evaluate = "evaluate";
    private const string Threads = "--threads";
    private const string Seconds = "--seconds";
    private static readonly string[] MeasureOptions = [Threads, Seconds];
    private static readonly string[] EvaluateOptions = ["--parameters", "--input", "--target", "--output"];

    private readonly List<string> positions = [];
    private readonly Dictionary<string, string> options = new(StringComparer.Ordinal);

    private CommandLine(string[] args)
    {
        string[] known = args.FirstOrDefault() == Evaluate ? EvaluateOptions : MeasureOptions;
        for (int i = 0; i < args.Length; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
            {
                this.positions.Add(args[i]);
            }
            else if (!known.Contains(args[i]))
            {
                throw new UsageException($"There is no option {args[i]} here.");
            }
            else if (i + 1 == args.Length)
            {
                throw new UsageException($"{args[i]} needs a value.");
            }
            else if (!this.options.TryAdd(args[i], args[++i]))
            {
                throw new UsageException($"{args[i - 1]} is given twice.");
            }
        }
    }

    /// <summary>How to call this program.</summary>
    public static string Usage { get; } =
        $"""
        usage: NetDsl.Benchmarks WORKLOAD [--threads N] [--seconds S]
                   measures a workload and prints its figures as one JSON object on the last line
                   WORKLOAD: {string.Join(" ", Workloads.Names)}
                   N: the threads that share a batch, 1 unless told; S: the seconds of each measurement, 3 unless told
               NetDsl.Benchmarks evaluate ASSEMBLY TYPE --parameters P.safetensors --input X.npy --target Y.npy --output OUT.safetensors
                   writes output, loss, grad/NAME and grad/input of a compiled network
        """;

    /// <summary>Reads the arguments of a program.</summary>
    /// <param name="args">The arguments.</param>
    /// <returns>What they ask for.</returns>
    /// <exception cref="UsageException">They ask for nothing that there is.</exception>
    public static Action Parse(string[] args)
    {
        CommandLine line = new(args);
        return line.positions.FirstOrDefault() == Evaluate ? line.Evaluation() : line.Measurement();
    }

    private Action Evaluation()
    {
        if (this.positions.Count != 3)
        {
            throw new UsageException("evaluate takes an assembly and a type.");
        }

        EvaluateArguments arguments = new(
            this.positions[1],
            this.positions[2],
            this.Required(EvaluateOptions[0]),
            this.Required(EvaluateOptions[1]),
            this.Required(EvaluateOptions[2]),
            this.Required(EvaluateOptions[3]));
        return () => EvaluateCommand.Run(arguments);
    }

    private Action Measurement()
    {
        if (this.positions.Count != 1)
        {
            throw new UsageException(this.positions.Count == 0 ? "No workload is given." : $"{this.positions[1]} is one argument too many.");
        }

        string workload = this.positions[0];
        if (!Workloads.Names.Contains(workload))
        {
            throw new UsageException($"There is no workload {workload}.");
        }

        int threads = this.options.TryGetValue(Threads, out string? threadsText) ? Number<int>(Threads, threadsText, 1, 1024) : 1;
        double seconds = this.options.TryGetValue(Seconds, out string? secondsText) ? Number(Seconds, secondsText, 0.001, 3600.0) : 3;
        return () => WorkloadCommand.Run(workload, threads, seconds);
    }

    private string Required(string option) =>
        this.options.TryGetValue(option, out string? value) ? value : throw new UsageException($"evaluate needs {option}.");

    private static T Number<T>(string option, string text, T least, T most)
        where T : struct, System.Numerics.INumber<T> =>
        T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out T value) && value >= least && value <= most
            ? value
            : throw new UsageException(FormattableString.Invariant($"{option} is '{text}'; it must be a number from {least} to {most}."));
}
