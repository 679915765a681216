using System.Diagnostics;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using NetDsl.Data;
using NetDsl.Kernels;

namespace NetDsl.Training;

/// <summary>One call of <see cref="Trainer{T}.Fit"/>, with everything checked: batch by batch, epoch by epoch.</summary>
/// <typeparam name="T">The element type of the network.</typeparam>
internal sealed class TrainingRun<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Trainer<T> trainer;
    private readonly NetworkPass<T> pass;
    private readonly BatchSource<T> training;
    private readonly BatchSource<T>? validation;
    private readonly Callback[] callbacks;
    private readonly CancellationToken cancellation;
    private readonly Decisions decisions;
    private readonly History history;
    private readonly long begin = Stopwatch.GetTimestamp();

    /// <summary>A run that has not begun.</summary>
    public TrainingRun(
        Trainer<T> trainer,
        NetworkPass<T> pass,
        Dataset train,
        Dataset? validation,
        int batchSize,
        IReadOnlyList<Callback> callbacks,
        CancellationToken cancellation)
    {
        this.trainer = trainer;
        this.pass = pass;
        this.training = new BatchSource<T>(train, pass, batchSize, shuffled: trainer.Shuffle, weights: trainer.WeightsOf(train));
        this.validation = validation is null ? null : new BatchSource<T>(validation, pass, pass.BatchSize, weights: trainer.WeightsOf(validation));
        this.callbacks = [.. callbacks];
        this.cancellation = cancellation;
        this.decisions = new Decisions(trainer.Network.Summary);
        this.history = new History(this.decisions.PerSample > 0, validation is not null);
    }

    /// <summary>Trains until all epochs are done or the run is cancelled.</summary>
    public History Fit(int epochs)
    {
        for (int epoch = 1; epoch <= epochs && !this.history.WasCancelled; epoch++)
        {
            this.RunEpoch(epoch, epochs);
        }

        foreach (Callback callback in this.callbacks)
        {
            callback.OnTrainEnd(this.history);
        }

        return this.history;
    }

    private void RunEpoch(int epoch, int epochs)
    {
        foreach (Callback callback in this.callbacks)
        {
            callback.OnEpochBegin(epoch);
        }

        long start = Stopwatch.GetTimestamp();
        this.training.Shuffle(this.trainer.Seed, this.trainer.EpochsTrained);
        Tally tally = new(this.decisions);
        if (!this.RunBatches(epoch, epochs, ref tally))
        {
            this.history.WasCancelled = true;
            return;
        }

        this.RequireFiniteParameters(epoch);
        this.trainer.EpochsTrained++;
        double trainingSeconds = Math.Max(Stopwatch.GetElapsedTime(start).TotalSeconds, 1.0 / Stopwatch.Frequency);
        EvaluationResult? validated = this.Validate();
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        this.history.Add(tally.Result, validated, seconds, this.training.Count / trainingSeconds);
        foreach (Callback callback in this.callbacks)
        {
            callback.OnEpochEnd(this.history[^1]);
        }
    }

    /// <returns>False where the run was cancelled.</returns>
    private bool RunBatches(int epoch, int epochs, ref Tally tally)
    {
        for (int batch = 0; batch < this.training.Batches; batch++)
        {
            if (this.cancellation.IsCancellationRequested)
            {
                return false;
            }

            this.Step(epoch, batch, ref tally);
            if (this.callbacks.Length > 0)
            {
                EvaluationResult soFar = tally.Result;
                TrainingProgress progress = new(
                    epoch, epochs, batch + 1, this.training.Batches, soFar.Loss, soFar.Accuracy, Stopwatch.GetElapsedTime(this.begin));
                foreach (Callback callback in this.callbacks)
                {
                    callback.OnBatchEnd(in progress);
                }
            }
        }

        return true;
    }

    private void Step(int epoch, int batch, ref Tally tally)
    {
        OptimizerState<T> state = this.trainer.OptimizerState;
        int samples = this.training.Load(batch);

        // From the number of the step, so that a resumed run draws what an unbroken one would.
        Vector128<uint> noise = Philox.Block(this.trainer.Seed, (ulong)state.Steps, RandomStreams.Dropout);
        double loss = this.pass.ForwardBackward(samples, ((ulong)noise[1] << 32) | noise[0]);
        if (!double.IsFinite(loss))
        {
            throw new TrainingDivergedException("The loss", loss, epoch, batch + 1);
        }

        state.Step(this.pass.Gradients);
        tally.Add(this.pass, samples, loss);
    }

    private EvaluationResult? Validate()
    {
        if (this.validation is null)
        {
            return null;
        }

        Tally tally = new(this.decisions);
        bool done = tally.AddAll(this.pass, this.validation, this.cancellation);
        this.training.Forget();
        this.validation.Forget();
        if (done)
        {
            return tally.Result;
        }

        // The epoch is trained and stays in the history; what was not computed is not a number.
        this.history.WasCancelled = true;
        return new EvaluationResult(double.NaN, this.decisions.PerSample > 0 ? double.NaN : null);
    }

    // The last step of a diverging run leaves a finite loss behind and parameters that are not.
    private void RequireFiniteParameters(int epoch)
    {
        ParameterSet<T> parameters = this.trainer.Network.Parameters;
        if (T.IsFinite(TensorPrimitives.SumOfMagnitudes<T>(parameters.Values)))
        {
            return;
        }

        foreach (Parameter<T> parameter in parameters)
        {
            foreach (T value in parameter.ToArray())
            {
                if (!T.IsFinite(value))
                {
                    throw new TrainingDivergedException(
                        $"A value of '{parameter.Name}'", double.CreateTruncating(value), epoch, this.training.Batches);
                }
            }
        }
    }
}
