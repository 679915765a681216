using System.Diagnostics;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using NetDsl.Data;
using NetDsl.Kernels;

namespace NetDsl.Training;

/// <summary>One call of <c>Fit</c>, with everything checked: batch by batch, epoch by epoch.</summary>
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
    private readonly TrainingPosition position;
    private readonly TrainingCheckpoints<T>? checkpoints;

    /// <summary>A run that has not begun.</summary>
    public TrainingRun(
        Trainer<T> trainer,
        NetworkPass<T> pass,
        BatchSource<T> training,
        BatchSource<T>? validation,
        int epochs,
        int batchSize,
        IReadOnlyList<Callback> callbacks,
        CancellationToken cancellation)
    {
        this.trainer = trainer;
        this.pass = pass;
        this.objective = new BatchObjective<T>(pass);
        this.training = training;
        this.validation = validation;
        this.callbacks = [.. callbacks];
        this.cancellation = cancellation;
        this.decisions = new Decisions(trainer.Network.Summary);
        this.history = new History(this.decisions.PerSample > 0, validation is not null);
        this.context = new TrainingContext<T>(trainer, this.history, epochs, this.training.Batches, batchSize);
        this.position = new TrainingPosition(this.decisions);
        this.checkpoints = this.CheckpointsFor(batchSize);
    }

    /// <summary>Whether it goes on from a checkpoint, so that the network has learnt from data before.</summary>
    public bool IsRestored => this.context.IsRestored;

    /// <summary>The epoch at hand, from 1.</summary>
    private int Epoch => this.history.Count + 1;

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

        this.checkpoints?.Begin();

        // An epoch that was begun before the checkpoint is ended even where a callback has asked for the end of training since.
        if (this.position.IsInEpoch && this.history.Count < this.context.Epochs)
        {
            this.RunEpoch();
        }

        while (this.history.Count < this.context.Epochs && !this.IsOver)
        {
            this.BeginEpoch();
            this.RunEpoch();
        }

        this.checkpoints?.Finish();
        foreach (Callback callback in this.callbacks)
        {
            callback.OnTrainEnd(this.history);
        }

        return this.history;
    }

    private TrainingCheckpoints<T>? CheckpointsFor(int batchSize)
    {
        BackupAndRestore[] backups = [.. this.callbacks.OfType<BackupAndRestore>()];
        if (backups.Length > 1)
        {
            throw new ArgumentException(
                $"A training can go on from one checkpoint; {backups.Length} {nameof(BackupAndRestore)} are among the callbacks.");
        }

        if (backups.Length == 0)
        {
            return null;
        }

        TrainingSettings settings = TrainingSettings.Of(this.trainer, this.training, this.validation, batchSize);
        TrainingState<T> state = new(this.trainer, settings, this.context, this.position, this.callbacks);
        return new TrainingCheckpoints<T>(backups[0], this.trainer.Network, this.context, this.position, state);
    }

    private void BeginEpoch()
    {
        foreach (Callback callback in this.callbacks)
        {
            callback.OnEpochBegin(this.Epoch);
        }

        this.position.BeginEpoch();
    }

    private void RunEpoch()
    {
        this.training.BeginEpoch(this.trainer.EpochsTrained);
        if (!this.RunBatches() || this.position.Tally.Samples == 0 || !this.HasFiniteParameters())
        {
            return;
        }

        double trainingSeconds = Math.Max(this.position.EpochElapsed.TotalSeconds, 1.0 / Stopwatch.Frequency);
        EvaluationResult? validated = this.Validate();
        double seconds = this.position.EpochElapsed.TotalSeconds;
        Tally tally = this.position.Tally;
        this.position.EndEpoch();
        this.trainer.EpochsTrained++;
        this.history.Add(tally.Result, validated, this.position.LearningRate, seconds, tally.Samples / trainingSeconds);
        foreach (Callback callback in this.callbacks)
        {
            callback.OnEpochEnd(this.history[^1]);
        }

        this.checkpoints?.SaveAfterEpoch();
    }

    /// <returns>False where the epoch does not count: training was cancelled, or diverged.</returns>
    private bool RunBatches()
    {
        while (this.position.Batches < this.training.Batches && !this.context.IsStopping)
        {
            if (this.cancellation.IsCancellationRequested)
            {
                this.history.WasCancelled = true;
                return false;
            }

            foreach (Callback callback in this.callbacks)
            {
                callback.OnBatchBegin(this.Epoch, this.position.Batches + 1);
            }

            if (!this.Step())
            {
                return false;
            }

            if (this.callbacks.Length > 0)
            {
                EvaluationResult soFar = this.position.Tally.Result;
                TrainingProgress progress = new(
                    this.Epoch,
                    this.context.Epochs,
                    this.position.Batches,
                    this.training.Batches,
                    soFar.Loss,
                    soFar.Accuracy,
                    this.position.Elapsed);
                foreach (Callback callback in this.callbacks)
                {
                    callback.OnBatchEnd(in progress);
                }

                this.checkpoints?.SaveAfterBatch();
            }
        }

        return true;
    }

    /// <returns>False where the loss is not finite and a callback stopped training for it.</returns>
    private bool Step()
    {
        OptimizerState<T> state = this.trainer.OptimizerState;
        int samples = this.training.Load(this.position.Batches);

        // From the number of the step, so that a resumed run draws what an unbroken one would.
        Vector128<uint> noise = Philox.Block(this.trainer.Seed, (ulong)state.Steps, RandomStreams.Dropout);
        this.objective.Begin(samples, ((ulong)noise[1] << 32) | noise[0]);
        double loss = this.objective.Evaluate();
        if (!double.IsFinite(loss))
        {
            this.Diverge(new TrainingDivergedException("The loss", loss, this.Epoch, this.position.Batches + 1));
            return false;
        }

        // Before the step, which may compute the outputs of other parameters.
        this.position.Tally.Add(this.pass, samples, loss);
        this.position.LearningRate = state.LearningRate;
        state.Step(this.objective, loss);
        this.position.Batches++;
        return true;
    }

    // Ends with the exception unless a callback stops training because of it.
    private void Diverge(TrainingDivergedException divergence)
    {
        this.checkpoints?.Abandon();
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

        // The epoch is trained and stays in the history; what was not computed is not a number. It will be where training goes on.
        this.checkpoints?.Finish();
        this.history.WasCancelled = true;
        return new EvaluationResult(double.NaN, this.decisions.PerSample > 0 ? double.NaN : null);
    }

    // The last step of a diverging run leaves a finite loss behind and parameters that are not.
    private bool HasFiniteParameters()
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
                    $"A value of '{parameter.Name}'", double.CreateTruncating(values[wrong]), this.Epoch, this.training.Batches));
                return false;
            }
        }

        return true;
    }
}
