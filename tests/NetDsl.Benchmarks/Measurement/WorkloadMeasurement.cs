using NetDsl.Training;

namespace NetDsl.Benchmarks.Measurement;

/// <summary>The rates of one workload. Data and parameters are drawn once: speed does not depend on them.</summary>
/// <param name="workload">What is measured.</param>
/// <param name="threads">The threads that share a batch.</param>
internal sealed class WorkloadMeasurement(Workload workload, int threads)
{
    private const int Seed = 0;

    /// <summary>Training samples in a second.</summary>
    /// <param name="seconds">For how long.</param>
    public double TrainingRate(double seconds)
    {
        TrainingStep step = new(workload, threads);
        step.DrawBatch(Seed);
        return Rates.Median(step.Run, workload.Batch, seconds);
    }

    /// <summary>Predictions in a second, a batch at once.</summary>
    /// <param name="seconds">For how long.</param>
    public double PredictionRate(double seconds)
    {
        int useful = workload.Network.Summary.UsefulThreads(workload.Batch, threads, training: false);
        NetworkPass<float> pass = workload.Network.CreatePass(workload.Batch, useful, training: false);
        Workload.DrawInputs(new Random(Seed), pass.Inputs);
        return Rates.Median(() => pass.Predict(workload.Batch), workload.Batch, seconds);
    }

    /// <summary>Predictions in a second, one sample at a time, by one thread.</summary>
    /// <param name="seconds">For how long.</param>
    public double SingleRate(double seconds)
    {
        float[] input = new float[workload.Network.Summary.InputSize];
        float[] output = new float[workload.Network.Summary.OutputSize];
        Workload.DrawInputs(new Random(Seed), input);
        return Rates.Median(() => workload.Network.Predict(input, output), 1, seconds);
    }
}
