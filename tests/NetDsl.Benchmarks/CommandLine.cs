using System.Globalization;
using NetDsl.Benchmarks.Comparison;
using NetDsl.Benchmarks.Compilation;
using NetDsl.Benchmarks.Evaluation;
using NetDsl.Benchmarks.Measurement;
using NetDsl.Benchmarks.Memory;
using NetDsl.Benchmarks.Peers;
using NetDsl.Benchmarks.Reading;
using NetDsl.Benchmarks.Scaling;
using NetDsl.Benchmarks.Startup;
using NetDsl.Benchmarks.Streaming;
using NetDsl.Benchmarks.Widths;

namespace NetDsl.Benchmarks;

/// <summary>Reads the arguments: those without dashes in order, the others by their names.</summary>
internal sealed class CommandLine
{
    private const string Help = "--help";

    /// <summary>A call that names none of the others names a workload.</summary>
    private static readonly ICommand Default = new WorkloadCommand();

    private static readonly ICommand[] Commands =
    [
        Default, new CompareCommand(), new ScalingCommand(), new StartupCommand(), new MemoryCommand(), new WidthsCommand(), new CompileCommand(),
        new StreamCommand(), new DataCommand(), new EvaluateCommand(), new ServeCommand(),
    ];

    private readonly ICommand command;
    private readonly List<string> positions = [];
    private readonly Dictionary<string, string> options = new(StringComparer.Ordinal);

    private CommandLine(string[] args)
    {
        this.command = Commands.FirstOrDefault(known => known.Name == args.FirstOrDefault()) ?? Default;
        for (int i = this.command == Default ? 0 : 1; i < args.Length; i++)
        {
            string? value = "";
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
            {
                this.positions.Add(args[i]);
                continue;
            }

            string option = args[i];
            if (this.command.Options.Contains(option))
            {
                value = ++i < args.Length ? args[i] : throw new UsageException($"{option} needs a value.");
            }
            else if (!this.command.Switches.Contains(option))
            {
                throw new UsageException($"There is no option {option} here.");
            }

            if (!this.options.TryAdd(option, value))
            {
                throw new UsageException($"{option} is given twice.");
            }
        }
    }

    /// <summary>How to call this program.</summary>
    public static string Usage { get; } =
        $"""
        usage: {string.Join("\n       ", Commands.Select(command => $"NetDsl.Benchmarks {command.Usage.ReplaceLineEndings("\n           ")}"))}

        WORKLOAD is one of {string.Join(" ", Workloads.Names)}. {Help} prints this.
        """;

    /// <summary>The arguments without dashes, after the command's name.</summary>
    public IReadOnlyList<string> Positions => this.positions;

    /// <summary>Reads the arguments of a program.</summary>
    /// <param name="args">The arguments.</param>
    /// <returns>What they ask for.</returns>
    /// <exception cref="UsageException">They ask for nothing that there is.</exception>
    public static Action Parse(string[] args)
    {
        if (args is [Help])
        {
            return () => Console.WriteLine(Usage);
        }

        CommandLine line = new(args);
        return line.command.Read(line);
    }

    /// <summary>Whether an option is given.</summary>
    public bool Has(string option) => this.options.ContainsKey(option);

    /// <summary>The value of an option, or null.</summary>
    public string? Text(string option) => this.options.GetValueOrDefault(option);

    /// <summary>The value of an option that must be given.</summary>
    /// <exception cref="UsageException">It is not given.</exception>
    public string Required(string option) => this.Text(option) ?? throw new UsageException($"{this.command.Name} needs {option}.");

    /// <summary>The value of an option that is a number.</summary>
    /// <param name="option">The option.</param>
    /// <param name="unlessGiven">The number where it is not given.</param>
    /// <param name="least">The smallest that makes sense.</param>
    /// <param name="most">The largest that makes sense.</param>
    /// <exception cref="UsageException">It is no number, or one out of range.</exception>
    public T Number<T>(string option, T unlessGiven, T least, T most)
        where T : struct, System.Numerics.INumber<T> =>
        this.Text(option) is not { } text ? unlessGiven :
        T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out T value) && value >= least && value <= most ? value :
        throw new UsageException(FormattableString.Invariant($"{option} is '{text}'; it must be a number from {least} to {most}."));

    /// <summary>The one workload that is named.</summary>
    /// <exception cref="UsageException">None is named, or several, or one that there is not.</exception>
    public string OneWorkload() => this.positions.Count switch
    {
        0 => throw new UsageException("No workload is given."),
        1 => this.SeveralWorkloads([])[0],
        _ => throw new UsageException($"{this.positions[1]} is one argument too many."),
    };

    /// <summary>The workloads that are named.</summary>
    /// <param name="unlessNamed">Those that are meant where none is named.</param>
    /// <exception cref="UsageException">There is no workload of a name.</exception>
    public IReadOnlyList<string> SeveralWorkloads(IEnumerable<string> unlessNamed) =>
        this.positions.FirstOrDefault(name => !Workloads.Names.Contains(name)) is { } unknown ? throw new UsageException($"There is no workload {unknown}.") :
        this.positions.Count > 0 ? this.positions : [.. unlessNamed];
}
