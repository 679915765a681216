using System.Diagnostics;
using System.Runtime;
using NetDsl.Benchmarks.Measurement;
using NetDsl.Training;

namespace NetDsl.Benchmarks.Startup;

/// <summary>Measures the first seconds of training in this process, in which nothing of a network may have run before.</summary>
internal static class FirstSteps
{
    /// <summary>Measures.</summary>
    /// <param name="name">The workload.</param>
    /// <param name="threads">The threads that share a step.</param>
    /// <param name="seconds">For how long training goes on after the first step.</param>
    public static StartupResult Measure(string name, int threads, double seconds)
    {
        JitReading before = JitReading.Now();
        long begin = Stopwatch.GetTimestamp();
        Workload workload = Workloads.Create(name);
        TrainingStep<float> step = workload.TrainingStep(threads);
        double construction = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        JitReading constructed = JitReading.Now();

        // The caller's data, no part of the start.
        step.Load(workload.DrawBatch());

        JitReading drawn = JitReading.Now();
        long first = Stopwatch.GetTimestamp();
        step.Run();
        double firstStep = Stopwatch.GetElapsedTime(first).TotalSeconds;
        JitReading trained = JitReading.Now();
        return new StartupResult(
            construction,
            firstStep,
            construction + firstStep,
            (constructed.Time - before.Time + trained.Time - drawn.Time).TotalSeconds,
            (int)(constructed.Methods - before.Methods + trained.Methods - drawn.Methods),
            constructed.Bytes - before.Bytes + trained.Bytes - drawn.Bytes,
            Lost(step, first, firstStep, seconds));
    }

    private static double Lost(TrainingStep<float> step, long first, double firstStep, double seconds)
    {
        List<double> ends = [firstStep];
        while (ends[^1] < firstStep + seconds)
        {
            step.Run();
            ends.Add(Stopwatch.GetElapsedTime(first).TotalSeconds);
        }

        int tenth = Math.Max(1, ends.Count / 10);
        double settled = ends.Count > tenth ? (ends[^1] - ends[^(tenth + 1)]) / tenth : firstStep;
        return ends[^1] - (settled * ends.Count);
    }

    private readonly record struct JitReading(TimeSpan Time, long Methods, long Bytes)
    {
        public static JitReading Now() =>
            new(JitInfo.GetCompilationTime(currentThread: true), JitInfo.GetCompiledMethodCount(currentThread: true), JitInfo.GetCompiledILBytes(currentThread: true));
    }
}
