using NetDsl.Training;

namespace NetDsl.Benchmarks.Measurement;

/// <summary>What a training step is to a user: forward, loss, backward and the optimiser, on one batch of random samples.</summary>
internal sealed class TrainingStep
{
    private readonly Workload workload;

    /// <summary>Makes the buffers and the optimiser's state.</summary>
    /// <param name="workload">The network and how it is trained.</param>
    /// <param name="threads">The most threads that share a step.</param>
    public TrainingStep(Workload workload, int threads)
    {
        this.workload = workload;

        // As the trainer does: threads that would cost more than they gain are left out.
        int useful = workload.Network.Summary.UsefulThreads(workload.Batch, threads, training: true);
        this.Pass = workload.Network.CreatePass(workload.Batch, useful, training: true);
        this.State = workload.Optimizer.CreateState(workload.Network.Parameters, threads);
    }

    /// <summary>The buffers of the batch.</summary>
    public NetworkPass<float> Pass { get; }

    /// <summary>What the optimiser remembers.</summary>
    public OptimizerState<float> State { get; }

    /// <summary>Draws samples and targets.</summary>
    /// <param name="seed">The same gives the same.</param>
    public void DrawBatch(int seed)
    {
        Random random = new(seed);
        Workload.DrawInputs(random, this.Pass.Inputs);
        this.workload.DrawTargets(random, this.Pass.Targets);
    }

    /// <summary>Does one step.</summary>
    public void Run()
    {
        this.Pass.ForwardBackward(this.workload.Batch, (ulong)this.State.Steps);
        this.State.Step(this.Pass.Gradients);
    }
}
