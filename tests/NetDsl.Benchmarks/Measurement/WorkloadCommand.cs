using NetDsl.Training;

namespace NetDsl.Benchmarks.Measurement;

/// <summary>Measures one workload and prints its figures.</summary>
internal static class WorkloadCommand
{
    /// <summary>Data and parameters are drawn once: speed does not depend on them.</summary>
    private const int Seed = 0;

    /// <summary>Runs the command.</summary>
    /// <param name="name">The workload.</param>
    /// <param name="threads">The most threads that share a batch.</param>
    /// <param name="seconds">The time of each of the four measurements.</param>
    public static void Run(string name, int threads, double seconds)
    {
        Workload workload = Workloads.Create(name);
        Console.WriteLine(workload.Network.Summary);
        OperationCount operations = OperationCount.Of(workload.Network);
        double training = Training(workload, threads, seconds);
        double inference = Inference(workload, threads, seconds);
        double latency = 1e6 / OneSample(workload, seconds);
        double peak = PeakMeasurement.OperationsPerSecond(threads, seconds);
        WorkloadResult result = new(
            name,
            threads,
            workload.Network.Summary.ParameterCount,
            workload.Batch,
            Math.Round(training, 1),
            Math.Round(inference, 1),
            Math.Round(latency, 3),
            Math.Round(peak / 1e9, 2),
            Math.Round(training * operations.Training / peak, 4),
            Math.Round(inference * operations.Inference / peak, 4));
        Console.WriteLine(result.ToJson());
    }

    private static double Training(Workload workload, int threads, double seconds)
    {
        NetworkPass<float> pass = CreatePass(workload, threads, training: true);
        OptimizerState<float> state = workload.Optimizer.CreateState(workload.Network.Parameters, threads);
        void Step()
        {
            pass.ForwardBackward(workload.Batch, (ulong)state.Steps);
            state.Step(pass.Gradients);
        }

        return Rates.Median(Step, workload.Batch, seconds);
    }

    private static double Inference(Workload workload, int threads, double seconds)
    {
        NetworkPass<float> pass = CreatePass(workload, threads, training: false);
        return Rates.Median(() => pass.Predict(workload.Batch), workload.Batch, seconds);
    }

    private static double OneSample(Workload workload, double seconds)
    {
        float[] input = new float[workload.Network.Summary.InputSize];
        float[] output = new float[workload.Network.Summary.OutputSize];
        Workload.DrawInputs(new Random(Seed), input);
        return Rates.Median(() => workload.Network.Predict(input, output), 1, seconds);
    }

    private static NetworkPass<float> CreatePass(Workload workload, int threads, bool training)
    {
        // As the trainer does: threads that cost more than they gain are left out.
        int useful = workload.Network.Summary.UsefulThreads(workload.Batch, threads, training);
        NetworkPass<float> pass = workload.Network.CreatePass(workload.Batch, useful, training);
        Random random = new(Seed);
        Workload.DrawInputs(random, pass.Inputs);
        workload.DrawTargets(random, pass.Targets);
        return pass;
    }
}
