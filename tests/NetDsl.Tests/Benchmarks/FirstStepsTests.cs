using NetDsl.Benchmarks.Measurement;
using NetDsl.Benchmarks.Memory;
using NetDsl.Benchmarks.Startup;

namespace NetDsl.Tests.Benchmarks;

/// <summary>Start-up, memory and narrower vectors: what these commands count and print.</summary>
public sealed class FirstStepsTests
{
    private const string Benchmarks = "NetDsl.Benchmarks.dll";

    [Fact]
    public void A_start_is_measured_with_what_was_compiled_in_it()
    {
        ProcessResult result = ChildProcess.Run(Benchmarks, ["startup", "truth", "--once", "--seconds", "0.01"]);
        StartupResult start = StartupResult.Parse(result.Output);
        Assert.Equal(start.Construction + start.FirstStep, start.Total, 9);
        Assert.InRange(start.Compilation, double.Epsilon, start.Total);
        Assert.True(start.CompiledMethods > 0 && start.CompiledBytes > start.CompiledMethods);
    }

    [Fact]
    public void The_table_of_starts_has_a_row_for_each_workload()
    {
        ProcessResult result = ChildProcess.Run(Benchmarks, ["startup", "truth", "tabular", "--runs", "1", "--seconds", "0"]);
        Assert.Equal("", result.Errors);
        Assert.Equal(["workload", "truth", "tabular"], result.Output.TrimEnd().Split('\n').Select(line => line.Split(' ')[0]));
    }

    // 21 parameters; plain gradient descent remembers nothing; 4 samples of 3 values, 4 hidden units and 1 output.
    [Fact]
    public void Memory_is_parameters_state_gradients_and_what_is_alive_at_once_of_activations()
    {
        Workload workload = Workloads.Create("truth");
        MemoryParts parts = MemoryParts.Of(workload, workload.TrainingStep(threads: 1).State);
        Assert.Equal(new MemoryParts(21 * 4, 0, 21 * 4, 4 * (3 + 4 + 1 + 1 + 4) * 4), parts);
    }

    [Fact]
    public void Memory_ends_with_its_ratio()
    {
        ProcessResult result = ChildProcess.Run(Benchmarks, ["memory", "truth"]);
        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("resident for training over sum: ", result.Output.TrimEnd().Split('\n')[^1]);
    }

    [Fact]
    public void Narrower_vectors_are_measured_where_the_environment_can_switch_the_wider_off()
    {
        ProcessResult result = ChildProcess.Run(Benchmarks, ["widths", "truth", "--seconds", "0.01", "--rounds", "1"]);
        Assert.Equal("", result.Errors);
        Assert.StartsWith("truth ", result.Output.TrimEnd().Split('\n')[^1]);
    }
}
