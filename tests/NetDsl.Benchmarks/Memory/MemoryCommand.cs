using System.Globalization;
using NetDsl.Benchmarks.Measurement;
using NetDsl.Training;

namespace NetDsl.Benchmarks.Memory;

/// <summary>Holds the memory that training takes against what no program can do without.</summary>
internal sealed class MemoryCommand : ICommand
{
    private const string Threads = "--threads";
    private const int Steps = 20;

    /// <inheritdoc/>
    public string Name => "memory";

    /// <inheritdoc/>
    public string Usage =>
        $"""
        memory WORKLOAD [--threads N]
            holds the resident set after {Steps} training steps, less that before the network was made, against the sum of parameters,
            optimiser state, gradients and the largest set of activations and their gradients that is alive at once
        """;

    /// <inheritdoc/>
    public IReadOnlyList<string> Options => [Threads];

    /// <inheritdoc/>
    public Action Read(CommandLine line)
    {
        string workload = line.OneWorkload();
        int threads = line.Number(Threads, 1, 1, 1024);
        return () => Run(workload, threads);
    }

    private static void Run(string name, int threads)
    {
        // The runtime and this program, which any program has; nothing of a network is made or compiled.
        Console.WriteLine($"{name}: memory of training");
        long before = Environment.WorkingSet;
        long heapBefore = GC.GetTotalMemory(forceFullCollection: false);
        Training(name, threads, before, heapBefore);
    }

    // A method of its own, which is compiled, and loads what it needs, only when it is called.
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static void Training(string name, int threads, long before, long heapBefore)
    {
        Workload workload = Workloads.Create(name);
        TrainingStep<float> step = workload.TrainingStep(threads);
        step.Load(workload.DrawBatch());
        for (int i = 0; i < Steps; i++)
        {
            step.Run();
        }

        long after = Environment.WorkingSet;
        long heap = GC.GetTotalMemory(forceFullCollection: false) - heapBefore;
        MemoryParts parts = MemoryParts.Of(workload, step.State);
        Write("parameters", parts.Parameters);
        Write("optimiser state", parts.OptimizerState);
        Write("gradients", parts.Gradients);
        Write($"largest live activations and gradients of them, batch of {workload.Batch}", parts.Activations);
        Write("sum", parts.Sum);
        Write("resident before the network was made: runtime, this program", before);
        Write($"resident after {Steps} training steps", after);
        Write("resident for training", after - before);
        Write("  of it objects and buffers", heap);
        Write("  of it code, loaded files, threads' stacks and the rest", after - before - heap);
        Console.WriteLine($"resident for training over sum: {Amount.Digits((double)(after - before) / parts.Sum)}");
        GC.KeepAlive(step);
    }

    private static void Write(string what, long bytes) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-64}{bytes / 1e6,10:N2} MB"));
}
