using System.Numerics;
using NetDsl.Data;
using NetDsl.Interchange;

namespace NetDsl.Training;

/// <summary>
/// Trains a network on data: shuffled batches, forward, loss, backward, one step of the optimiser each. The same seed, data and
/// settings give the same bits, whatever the number of threads; a second call of <c>Fit</c> goes on where the first ended.
/// </summary>
/// <typeparam name="T">The element type of the network.</typeparam>
/// <param name="network">The network to train; its parameters are taken as they are, so initialise them first.</param>
/// <param name="optimizer">How gradients change the parameters.</param>
public sealed class Trainer<T>(INetwork<T> network, Optimizer optimizer)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The batch of <c>Fit</c> unless told, as in Keras.</summary>
    private const int DefaultBatchSize = 32;

    /// <summary>The batch of evaluation and prediction: enough rows to use each weight often, few enough to stay in the cache.</summary>
    private const int EvaluationBatchSize = 64;

    /// <summary>What rows of a stream take in memory unless told: enough to mix well, little beside what a program takes anyway.</summary>
    private const long DefaultStreamMemory = 256L << 20;

    /// <summary>The most that rows for validation and evaluation take: they are not mixed, so that more would gain nothing.</summary>
    private const long EvaluationMemory = 32L << 20;

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

    /// <summary>
    /// In which order shuffled rows are visited. Null shuffles data in memory as a whole, and a stream by blocks of the file within windows as
    /// large as <see cref="StreamMemory"/> allows. Given, it holds for both, and both give the same bits.
    /// </summary>
    /// <exception cref="ArgumentException">A block has no row, or a window has fewer rows than a block.</exception>
    public ShuffleOrder? Order
    {
        get;
        init
        {
            value?.Check();
            field = value;
        }
    }

    /// <summary>
    /// The most bytes that rows of a stream take in memory while it is trained with, 256 MiB unless told: two windows, of which one is read
    /// while the other is trained with. Rows for validation or evaluation take 32 MiB more. Without an <see cref="Order"/> it decides how
    /// many rows are mixed, and so the bits.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public long StreamMemory
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(this.StreamMemory));
            field = value;
        }
    }
    = DefaultStreamMemory;

    /// <summary>
    /// What is done with the features of a row each time it is trained with, in order; nothing unless told. It is drawn from
    /// <see cref="Seed"/>, the epoch and the row, so that neither threads nor an interruption change it. Rows for validation stay as they are.
    /// </summary>
    public IReadOnlyList<Augmentation> Augmentation { get; init; } = [];

    /// <summary>The epochs completed by all calls of <c>Fit</c>.</summary>
    public int EpochsTrained { get; internal set; }

    /// <summary>What the optimiser remembers of the network.</summary>
    public OptimizerState<T> OptimizerState => field ??= this.Optimizer.CreateState(this.Network.Parameters, this.Threads);

    /// <summary>
    /// Trains the network. Nothing is changed where an argument or a row of the data is wrong. A Normalization layer whose statistics are still those of
    /// a new network, mean 0 and variance 1, learns them from the rows first, as by <c>Adapt</c>.
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
        return this.Fit(
            RowSource.Of(train), validation is null ? null : RowSource.Of(validation), epochs, batchSize, callbacks, cancellationToken);
    }

    /// <summary>
    /// Trains the network with rows that may be more than fit into memory: they are read a window ahead by another thread, in the order that
    /// <see cref="Order"/> describes. Each row is checked when it is read, so that a wrong one ends training where it comes; a loss of labels
    /// -1 or 0 beside 1 is told that both are there only where they are read together.
    /// </summary>
    /// <param name="train">The rows to learn from. They stay open.</param>
    /// <param name="validation">Rows on which loss and accuracy are taken after each epoch, or null.</param>
    /// <param name="epochs">How often to go through all rows, at least 1.</param>
    /// <param name="batchSize">
    /// The rows of a step, at least 1 and at most those there are; the last batch of an epoch has what is left. Null stands for 32, or
    /// all rows where there are fewer.
    /// </param>
    /// <param name="callbacks">Who is told how training goes on and can stop it.</param>
    /// <param name="cancellationToken">Ends training cleanly before the next batch.</param>
    /// <returns>Loss, accuracy, learning rate and times of each epoch, and why training stopped.</returns>
    /// <exception cref="ArgumentException">
    /// A setting, or the shape of the data, does not fit, or the optimiser needs all rows at once, which only data in memory are.
    /// </exception>
    /// <exception cref="InvalidOperationException">The network ends with a step, and so is for prediction.</exception>
    /// <exception cref="DataFormatException">The file is broken, or a row cannot be learnt from; the message names it.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="ModelFormatException">
    /// The checkpoint of a <see cref="BackupAndRestore"/> is broken, or of another network.
    /// </exception>
    /// <exception cref="CheckpointMismatchException">
    /// It was made with other data, settings or callbacks; the message says which. Of a stream a few rows are compared, and its order.
    /// </exception>
    /// <exception cref="TrainingDivergedException">
    /// The loss or a parameter is no longer finite, and no <see cref="TerminateOnNaN"/> is among the callbacks.
    /// </exception>
    public History Fit(
        RowSource train,
        RowSource? validation = null,
        int epochs = 1,
        int? batchSize = null,
        IReadOnlyList<Callback>? callbacks = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentOutOfRangeException.ThrowIfLessThan(epochs, 1);
        int rows = this.BatchSizeFor(train, batchSize);
        TrainingChecks.Trainable(this.Network.Summary);
        this.Check(train, nameof(train));
        if (validation is not null)
        {
            this.Check(validation, nameof(validation));
        }

        int validationRows = validation is null ? 0 : (int)Math.Min(EvaluationBatchSize, validation.Count);
        NetworkPass<T> training = this.PassFor(Math.Max(rows, validationRows), rows);
        using BatchSource<T> trainingBatches = this.BatchesOf(train, training, rows, this.TrainingOptions());
        using BatchSource<T>? validationBatches = validation is null ? null : this.BatchesOf(validation, training, training.BatchSize);
        TrainingRun<T> run = new(this, training, trainingBatches, validationBatches, epochs, rows, callbacks ?? [], cancellationToken);
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
        return this.Evaluate(RowSource.Of(data), cancellationToken);
    }

    /// <summary>Takes loss and accuracy on rows that may be more than fit into memory, dropout off. The network is not changed.</summary>
    /// <param name="source">Rows with targets. They stay open.</param>
    /// <param name="cancellationToken">Looked at before each batch.</param>
    /// <exception cref="ArgumentException">The shape of the data does not fit.</exception>
    /// <exception cref="DataFormatException">The file is broken, or a row cannot be used; the message names it.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public EvaluationResult Evaluate(RowSource source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        this.Check(source, nameof(source));
        int rows = (int)Math.Min(EvaluationBatchSize, source.Count);
        NetworkPass<T> evaluating = this.PassFor(rows, rows);
        using BatchSource<T> batches = this.BatchesOf(source, evaluating, evaluating.BatchSize);
        Tally tally = new(new Decisions(this.Network.Summary));
        if (!tally.AddAll(evaluating, batches, cancellationToken))
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
        MemoryBatches<T> source = new(data, predicting, batchSize, new BatchOptions { WithTargets = false });
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

    private int BatchSizeFor(RowSource train, int? batchSize)
    {
        bool isInMemory = train is DatasetSource;
        string name = this.Optimizer.GetType().Name;
        if (this.Optimizer.NeedsAllRows && !isInMemory)
        {
            throw new ArgumentException(
                $"{name} compares the loss of all rows at several points, and so needs them in memory. Read them all, or choose another optimiser.",
                nameof(train));
        }

        int rows = batchSize ?? (int)(this.Optimizer.NeedsAllRows ? train.Count : Math.Min(DefaultBatchSize, train.Count));
        if (rows < 1 || rows > train.Count)
        {
            throw new ArgumentOutOfRangeException(
                nameof(batchSize), batchSize, $"A batch has 1 to {train.Count} rows, for so many are in the training data.");
        }

        return this.Optimizer.NeedsAllRows && rows < train.Count
            ? throw new ArgumentOutOfRangeException(
                nameof(batchSize),
                batchSize,
                $"{name} compares the loss of the same rows at several points: give a batch size of all {train.Count} rows, or none.")
            : rows;
    }

    private void Check(RowSource source, string name)
    {
        if (source is DatasetSource memory)
        {
            TrainingChecks.Features(this.Network.Summary, memory.Data, name);
            TrainingChecks.Targets(this.Network.Summary, memory.Data, name);
            return;
        }

        TrainingChecks.FeatureShape(this.Network.Summary, source.Layout, name);
        TrainingChecks.TargetShape(this.Network.Summary, source.Layout, name);
    }

    private BatchOptions TrainingOptions() => new()
    {
        IsShuffled = this.Shuffle,
        Seed = this.Seed,
        Order = this.Order,
        Memory = this.StreamMemory,
        Augmentation = this.Augmentation.Count == 0
            ? null
            : new AugmentationPipeline(this.Augmentation, this.Network.Summary.InputShape, this.Seed),
    };

    private BatchSource<T> BatchesOf(RowSource source, NetworkPass<T> target, int batchSize, BatchOptions? options = null)
    {
        options ??= new BatchOptions { Memory = Math.Min(this.StreamMemory, EvaluationMemory) };
        return source is DatasetSource memory
            ? new MemoryBatches<T>(
                memory.Data, target, batchSize, options, RowWeights.Of(this.Network.Summary, memory.Data, this.ClassWeights))
            : new StreamedBatches<T>(
                source, target, batchSize, options, new RowWeights(this.Network.Summary, source.Layout, this.ClassWeights));
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
