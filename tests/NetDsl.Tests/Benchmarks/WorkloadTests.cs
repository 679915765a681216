using System.Text.Json;
using NetDsl.Benchmarks.Measurement;
using NetDsl.Evaluation;

namespace NetDsl.Tests.Benchmarks;

/// <summary>The contract of the benchmark: arguments, figures, exit codes.</summary>
public sealed class WorkloadTests
{
    private const string Benchmarks = "NetDsl.Benchmarks.dll";

    private static readonly string[] Keys =
    [
        "workload", "threads", "parameters", "batch", "train_samples_per_s", "infer_samples_per_s", "latency_us", "peak_gflops",
        "train_fraction_of_peak", "infer_fraction_of_peak",
    ];

    [Fact]
    public void The_last_line_is_one_JSON_object_with_all_figures()
    {
        ProcessResult result = ChildProcess.Run(Benchmarks, ["jet-latency", "--threads", "2", "--seconds", "0.02"]);
        Assert.Equal(0, result.ExitCode);
        using JsonDocument json = JsonDocument.Parse(result.Output.TrimEnd().Split('\n')[^1]);
        JsonElement figures = json.RootElement;
        Assert.Equal(Keys, figures.EnumerateObject().Select(property => property.Name));
        Assert.Equal("jet-latency", figures.GetProperty("workload").GetString());
        Assert.Equal(2, figures.GetProperty("threads").GetInt32());
        Assert.Equal(4389, figures.GetProperty("parameters").GetInt32());
        Assert.Equal(128, figures.GetProperty("batch").GetInt32());
        Assert.All(Keys[4..8], key => Assert.True(figures.GetProperty(key).GetDouble() > 0, key));
    }

    [Theory]
    [InlineData("There is no workload nothing.", "nothing")]
    [InlineData("No workload is given.")]
    [InlineData("There is no option --speed here.", "truth", "--speed", "1")]
    [InlineData("--threads is '0'; it must be a number from 1 to 1024.", "truth", "--threads", "0")]
    [InlineData("--seconds is 'long'; it must be a number from 0.001 to 3600.", "truth", "--seconds", "long")]
    [InlineData("--threads needs a value.", "truth", "--threads")]
    [InlineData("more is one argument too many.", "truth", "more")]
    [InlineData("evaluate needs --target.", "evaluate", "a.dll", "A", "--parameters", "p", "--input", "x", "--output", "o")]
    [InlineData("evaluate takes an assembly and a type.", "evaluate", "a.dll")]
    [InlineData("There is no workload nothing.", "compare", "truth", "nothing")]
    [InlineData("--rounds is '0'; it must be a number from 1 to 1000.", "compare", "--rounds", "0")]
    [InlineData("--markdown is given twice.", "compare", "--markdown", "--markdown")]
    [InlineData("There is no option --markdown here.", "widths", "--markdown")]
    [InlineData("truth is one argument too many.", "scaling", "truth")]
    [InlineData("No workload is given.", "startup", "--once")]
    [InlineData("No workload is given.", "memory")]
    [InlineData("serve takes the threads, from 1 to 1024.", "serve", "0")]
    public void A_wrong_call_says_what_is_wrong_and_how_to_call(string message, params string[] arguments)
    {
        NetDsl.Benchmarks.UsageException error = Assert.Throws<NetDsl.Benchmarks.UsageException>(() => NetDsl.Benchmarks.CommandLine.Parse(arguments));
        Assert.Equal(message, error.Message);
    }

    [Fact]
    public void A_wrong_call_ends_with_usage_and_exit_code_2()
    {
        ProcessResult result = ChildProcess.Run(Benchmarks, ["nothing"]);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("usage: NetDsl.Benchmarks WORKLOAD", result.Errors);
    }

    [Fact]
    public void Help_names_every_command_and_is_no_mistake()
    {
        ProcessResult result = ChildProcess.Run(Benchmarks, ["--help"]);
        Assert.Equal(0, result.ExitCode);
        string[] commands = ["WORKLOAD", "compare", "scaling", "startup", "memory", "widths", "data", "evaluate", "serve"];
        Assert.All(commands, command => Assert.Contains($"NetDsl.Benchmarks {command} ", result.Output));
    }

    [Fact]
    public void What_cannot_be_evaluated_ends_with_exit_code_1()
    {
        ProcessResult result = ChildProcess.Run(
            Benchmarks, ["evaluate", "missing.dll", "A", "--parameters", "p", "--input", "x", "--target", "y", "--output", "o"]);
        Assert.Equal(1, result.ExitCode);
        Assert.Equal("There is no assembly missing.dll.", result.Errors.TrimEnd());
    }

    // By hand: truth 2 (3 x 4 + 4 x 1); its first layer needs no gradient of its inputs. shower-cnn 32 x 32 x 25 x 32 + 16 x 16 x 800 x 64 +
    // 4096 x 1024 + 1024 x 2 multiply-adds.
    [Theory]
    [InlineData("truth", 32, 72)]
    [InlineData("shower-cnn", 36_245_504, 107_098_112)]
    public void Only_multiplications_and_additions_of_contractions_are_counted(string workload, long inference, long training) =>
        Assert.Equal(new OperationCount(inference, training), OperationCount.Of(Workloads.Create(workload).Network));
}
