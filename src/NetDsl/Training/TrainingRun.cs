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
    private readonly BatchObjective<T> objective;
    private readonly BatchSource<T> training;
    private readonly BatchSource<T>? validation;
    private readonly Callback[] callbacks;
    private readonly CancellationToken cancellation;
    private readonly Decisions decisions;
    private readonly History history;
    private readonly TrainingContext<T> context;
    private readonly long begin = Stopwatch.GetTimestamp();
    private double learningRate;

    /// <summary>A run that has not begun.</summary>
    public TrainingRun(
        Trainer<T> trainer,
        NetworkPass<T> pass,
        Dataset train,
        Dataset? validation,
        int epochs,
        int batchSize,
        IReadOnlyList<Callback> callbacks,
        CancellationToken cancellation)
    {
        this.trainer = trainer;
        this.pass = pass;
        this.objective = new BatchObjective<T>(pass);
        this.training = new BatchSource<T>(train, pass, batchSize, shuffled: trainer.Shuffle, weights: trainer.WeightsOf(train));
        this.validation = validation is null ? null : new BatchSource<T>(validation, pass, pass.BatchSize, weights: trainer.WeightsOf(validation));
        this.callbacks = [.. callbacks];
        this.cancellation = cancellation;
        this.decisions = new Decisions(trainer.Network.Summary);
        this.history = new History(this.decisions.PerSample > 0, validation is not null);
        this.context = new TrainingContext<T>(trainer, this.history, epochs, this.training.Batches, batchSize);
    }

    private bool IsOver => this.history.WasCancelled || this.context.IsStopping;

    /// <summary>Trains until all epochs are done, a callback stops it or it is cancelled.</summary>
    public History Fit()
    {
        foreach (Callback callback in this.callbacks)
        {
            callback.Attach(this.context);
        }

        foreach (Callback callback in this.callbacks)
        {
            callback.OnTrainBegin();
        }

        for (int epoch = 1; epoch <= this.context.Epochs && !this.IsOver; epoch++)
        {
            this.RunEpoch(epoch);
        }

        foreach (Callback callback in this.callbacks)
        {
            callback.OnTrainEnd(this.history);
        }

        return this.history;
    }

    private void RunEpoch(int epoch)
    {
        foreach (Callback callback in this.callbacks)
        {
            callback.OnEpochBegin(epoch);
        }

        long start = Stopwatch.GetTimestamp();
        this.training.Shuffle(this.trainer.Seed, this.trainer.EpochsTrained);
        Tally tally = new(this.decisions);
        if (!this.RunBatches(epoch, ref tally) || tally.Samples == 0 || !this.HasFiniteParameters(epoch))
        {
            return;
        }

        this.trainer.EpochsTrained++;
        double trainingSeconds = Math.Max(Stopwatch.GetElapsedTime(start).TotalSeconds, 1.0 / Stopwatch.Frequency);
        EvaluationResult? validated = this.Validate();
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        this.history.Add(tally.Result, validated, this.learningRate, seconds, tally.Samples / trainingSeconds);
        foreach (Callback callback in this.callbacks)
        {
            callback.OnEpochEnd(this.history[^1]);
        }
    }

    /// <returns>False where the epoch does not count: training was cancelled, or diverged.</returns>
    private bool RunBatches(int epoch, ref Tally tally)
    {
        for (int batch = 0; batch < this.training.Batches && !this.context.IsStopping; batch++)
        {
            if (this.cancellation.IsCancellationRequested)
            {
                this.history.WasCancelled = true;
                return false;
            }

            foreach (Callback callback in this.callbacks)
            {
                callback.OnBatchBegin(epoch, batch + 1);
            }

            if (!this.Step(epoch, batch, ref tally))
            {
                return false;
            }

            if (this.callbacks.Length > 0)
            {
                EvaluationResult soFar = tally.Result;
                TrainingProgress progress = new(
                    epoch,
                    this.context.Epochs,
                    batch + 1,
                    this.training.Batches,
                    soFar.Loss,
                    soFar.Accuracy,
                    Stopwatch.GetElapsedTime(this.begin));
                foreach (Callback callback in this.callbacks)
                {
                    callback.OnBatchEnd(in progress);
                }
            }
        }

        return true;
    }

    /// <returns>False where the loss is not finite and a callback stopped training for it.</returns>
    private bool Step(int epoch, int batch, ref Tally tally)
    {
        OptimizerState<T> state = this.trainer.OptimizerState;
        int samples = this.training.Load(batch);

        // From the number of the step, so that a resumed run draws what an unbroken one would.
        Vector128<uint> noise = Philox.Block(this.trainer.Seed, (ulong)state.Steps, RandomStreams.Dropout);
        this.objective.Begin(samples, ((ulong)noise[1] << 32) | noise[0]);
        double loss = this.objective.Evaluate();
        if (!double.IsFinite(loss))
        {
            this.Diverge(new TrainingDivergedException("The loss", loss, epoch, batch + 1));
            return false;
        }

        // Before the step, which may compute the outputs of other parameters.
        tally.Add(this.pass, samples, loss);
        this.learningRate = state.LearningRate;
        state.Step(this.objective, loss);
        return true;
    }

    // Ends with the exception unless a callback stops training because of it.
    private void Diverge(TrainingDivergedException divergence)
    {
        foreach (Callback callback in this.callbacks)
        {
            callback.OnDivergence(divergence);
        }

        if (!this.context.IsStopping)
        {
            throw divergence;
        }
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
    private bool HasFiniteParameters(int epoch)
    {
        ParameterSet<T> parameters = this.trainer.Network.Parameters;
        if (T.IsFinite(TensorPrimitives.SumOfMagnitudes<T>(parameters.Values)))
        {
            return true;
        }

        foreach (Parameter<T> parameter in parameters)
        {
            T[] values = parameter.ToArray();
            int wrong = Array.FindIndex(values, value => !T.IsFinite(value));
            if (wrong >= 0)
            {
                this.Diverge(new TrainingDivergedException(
                    $"A value of '{parameter.Name}'", double.CreateTruncating(values[wrong]), epoch, this.training.Batches));
                return false;
            }
        }

        return true;
    }
}
