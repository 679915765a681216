using System.Numerics;
using NetDsl.Data;
using NetDsl.Interchange;

namespace NetDsl.Training;

/// <summary>
/// Trains a network on data: shuffled batches, forward, loss, backward, one step of the optimiser each. The same seed, data and
/// settings give the same bits, whatever the number of threads; a second call of <see cref="Fit"/> goes on where the first ended.
/// </summary>
/// <typeparam name="T">The element type of the network.</typeparam>
/// <param name="network">The network to train; its parameters are taken as they are, so initialise them first.</param>
/// <param name="optimizer">How gradients change the parameters.</param>
public sealed class Trainer<T>(INetwork<T> network, Optimizer optimizer)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The batch of <see cref="Fit"/> unless told, as in Keras.</summary>
    private const int DefaultBatchSize = 32;

    /// <summary>The batch of evaluation and prediction: enough rows to use each weight often, few enough to stay in the cache.</summary>
    private const int EvaluationBatchSize = 64;

    private NetworkPass<T>? pass;

    /// <summary>The network that is trained.</summary>
    public INetwork<T> Network { get; } = network;

    /// <summary>The optimiser's settings.</summary>
    public Optimizer Optimizer { get; } = optimizer;

    /// <summary>Whether each epoch visits the rows in a new order; true unless told.</summary>
    public bool Shuffle { get; init; } = true;

    /// <summary>What the order of the rows and the noise of dropout layers are drawn from; 0 unless told.</summary>
    public ulong Seed { get; init; }

    /// <summary>
    /// The most threads that share the work, the processors of this machine unless told. A network so small that sharing would cost more
    /// than it gains is trained by fewer. They do not change the bits.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Threads
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(this.Threads));
            field = value;
        }
    }
    = Environment.ProcessorCount;

    /// <summary>
    /// What the losses of the rows of a class are multiplied by, besides their own weights, in training, validation and evaluation: by the number
    /// of the class, from 0; a class that is left out has 1. For targets that are labels: one-hot, numbers of classes, or one column of two classes.
    /// </summary>
    public IReadOnlyDictionary<int, double>? ClassWeights { get; init; }

    /// <summary>The epochs completed by all calls of <see cref="Fit"/>.</summary>
    public int EpochsTrained { get; internal set; }

    /// <summary>What the optimiser remembers of the network.</summary>
    public OptimizerState<T> OptimizerState => field ??= this.Optimizer.CreateState(this.Network.Parameters, this.Threads);

    /// <summary>
    /// Trains the network. Nothing is changed where an argument or a row of the data is wrong. A Normalization layer whose statistics are still those of
    /// a new network, mean 0 and variance 1, learns them from the rows first, as by <see cref="Adaptation.Adapt"/>.
    /// </summary>
    /// <param name="train">The rows to learn from.</param>
    /// <param name="validation">Rows on which loss and accuracy are taken after each epoch, or null.</param>
    /// <param name="epochs">How often to go through all rows, at least 1.</param>
    /// <param name="batchSize">
    /// The rows of a step, at least 1 and at most those there are; the last batch of an epoch has what is left. Null stands for 32, or
    /// all rows where there are fewer or the optimiser needs them. A batch of all rows is not shuffled.
    /// </param>
    /// <param name="callbacks">Who is told how training goes on and can stop it.</param>
    /// <param name="cancellationToken">
    /// Ends training cleanly before the next batch: every step that was begun is finished, and the history has the epochs that were.
    /// </param>
    /// <returns>Loss, accuracy, learning rate and times of each epoch, and why training stopped.</returns>
    /// <exception cref="ArgumentException">A setting, or the shape of the data, does not fit.</exception>
    /// <exception cref="InvalidOperationException">The network ends with a step, and so is for prediction.</exception>
    /// <exception cref="DataFormatException">A target has a value that the loss cannot use; the message names the row.</exception>
    /// <exception cref="ModelFormatException">
    /// The checkpoint of a <see cref="BackupAndRestore"/> is broken, or of another network.
    /// </exception>
    /// <exception cref="CheckpointMismatchException">
    /// It was made with other data, settings or callbacks; the message says which.
    /// </exception>
    /// <exception cref="TrainingDivergedException">
    /// The loss or a parameter is no longer finite, and no <see cref="TerminateOnNaN"/> is among the callbacks. Where it is the loss, the
    /// parameters are those with which it was computed.
    /// </exception>
    public History Fit(
        Dataset train,
        Dataset? validation = null,
        int epochs = 1,
        int? batchSize = null,
        IReadOnlyList<Callback>? callbacks = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentOutOfRangeException.ThrowIfLessThan(epochs, 1);
        int rows = batchSize ?? (this.Optimizer.NeedsAllRows ? train.Count : Math.Min(DefaultBatchSize, train.Count));
        this.CheckBatchSize(rows, train.Count);

        TrainingChecks.Trainable(this.Network.Summary);
        this.Check(train, nameof(train));
        if (validation is not null)
        {
            this.Check(validation, nameof(validation));
        }

        int validationRows = validation is null ? 0 : Math.Min(EvaluationBatchSize, validation.Count);
        NetworkPass<T> training = this.PassFor(Math.Max(rows, validationRows), rows);
        TrainingRun<T> run = new(this, training, train, validation, epochs, rows, callbacks ?? [], cancellationToken);
        if (!run.IsRestored)
        {
            this.Network.AdaptIfNew(train);
        }

        return run.Fit();
    }

    /// <summary>Takes loss and accuracy on some data, dropout off. The network is not changed.</summary>
    /// <param name="data">Rows with targets.</param>
    /// <param name="cancellationToken">Looked at before each batch.</param>
    /// <exception cref="ArgumentException">The shape of the data does not fit.</exception>
    /// <exception cref="DataFormatException">A target has a value that the loss cannot use; the message names the row.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public EvaluationResult Evaluate(Dataset data, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        this.Check(data, nameof(data));
        int rows = Math.Min(EvaluationBatchSize, data.Count);
        NetworkPass<T> evaluating = this.PassFor(rows, rows);
        Tally tally = new(new Decisions(this.Network.Summary));
        if (!tally.AddAll(evaluating, new BatchSource<T>(data, evaluating, evaluating.BatchSize, weights: this.WeightsOf(data)), cancellationToken))
        {
            throw new OperationCanceledException(cancellationToken);
        }

        return tally.Result;
    }

    /// <summary>Answers all rows of some data, dropout off.</summary>
    /// <param name="data">Rows; targets are not looked at.</param>
    /// <param name="cancellationToken">Looked at before each batch.</param>
    /// <returns>[rows, output shape].</returns>
    /// <exception cref="ArgumentException">The shape of the data does not fit.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public T[] Predict(Dataset data, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        TrainingChecks.Features(this.Network.Summary, data, nameof(data));
        int batchSize = Math.Min(EvaluationBatchSize, data.Count);
        NetworkPass<T> predicting = this.Network.CreatePass(batchSize, this.Network.Summary.UsefulThreads(batchSize, this.Threads, training: false), training: false);
        BatchSource<T> source = new(data, predicting, batchSize, withTargets: false);
        T[] outputs = new T[(long)data.Count * predicting.OutputSize];
        int done = 0;
        for (int batch = 0; batch < source.Batches; batch++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            predicting.Predict(source.Load(batch));
            predicting.Outputs.CopyTo(outputs.AsSpan(done));
            done += predicting.Outputs.Length;
        }

        return outputs;
    }

    /// <summary>The weights of rows: their own times those of their classes; null where all are 1.</summary>
    internal float[]? WeightsOf(Dataset data) => RowWeights.Of(this.Network.Summary, data, this.ClassWeights);

    private void CheckBatchSize(int batchSize, int rows)
    {
        if (batchSize < 1 || batchSize > rows)
        {
            throw new ArgumentOutOfRangeException(
                nameof(batchSize), batchSize, $"A batch has 1 to {rows} rows, for so many are in the training data.");
        }

        if (this.Optimizer.NeedsAllRows && batchSize < rows)
        {
            throw new ArgumentOutOfRangeException(
                nameof(batchSize),
                batchSize,
                $"{this.Optimizer.GetType().Name} compares the loss of the same rows at several points: give a batch size of all {rows} rows, or none.");
        }
    }

    private void Check(Dataset data, string name)
    {
        TrainingChecks.Features(this.Network.Summary, data, name);
        TrainingChecks.Targets(this.Network.Summary, data, name);
    }

    // Kept from call to call: the buffers of a large batch are not made anew for each evaluation.
    private NetworkPass<T> PassFor(int largestBatch, int usualBatch)
    {
        int threads = this.Network.Summary.UsefulThreads(usualBatch, this.Threads, training: true);
        if (this.pass is null || this.pass.BatchSize < largestBatch || this.pass.Threads != threads)
        {
            this.pass = this.Network.CreatePass(largestBatch, threads, training: true);
        }

        return this.pass;
    }
}
