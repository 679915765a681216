using System.Globalization;
using System.Management.Automation;
using NetDsl.Data;
using NetDsl.Training;

namespace NetDsl.PowerShell;

/// <summary>Trains a model on data.</summary>
/// <remarks>
/// <para>
/// Each epoch goes through all rows in a new order, in batches: forward, loss, backward, one step of the optimiser. The model itself is
/// changed; training it again goes on from its parameters, with a fresh optimiser. The same seed, data and settings give the same bits,
/// whatever the number of threads. Progress is shown with loss and remaining time, -Verbose writes a line an epoch, -Debug the settings and
/// steps.
/// </para>
/// <para>
/// The result says how training went: History with all epochs, BestEpoch, LastEpoch, Duration, StopReason and the Model. It can be piped to
/// commands that take a model. With -PassThru the model comes in place of it.
/// </para>
/// <para>
/// -Optimizer takes the name of an optimiser, or one with settings from the command of its name in parentheses, as in (SGD -Momentum 0.9).
/// -Callback takes callbacks of the library, by name or as objects.
/// </para>
/// <para>
/// -OnTrainBegin, -OnEpochBegin, -OnBatchEnd, -OnEpochEnd and -OnTrainEnd take script blocks. Their parameter, which is also $_, has Epoch,
/// Epochs, Batch, Batches, Loss, Accuracy, ValidationLoss, ValidationAccuracy, LearningRate, Model, History, Elapsed and Remaining, as far
/// as the moment knows them. LearningRate can be set, and StopTraining('why') ends training. A script block sees the variables around the
/// call and assigns to variables of its own; what it outputs is shown as by Write-Host. Any error in it ends training.
/// </para>
/// <para>
/// Ctrl+C ends training before the next batch and leaves the model with what it has learnt. With -CheckpointPath the state of the training
/// is kept in a file as it goes on. The same command with -Resume goes on from there, also in another session with a new model, and reaches
/// the bits of a training that was never interrupted.
/// </para>
/// </remarks>
/// <example>
/// <para>Train a network and see how it went</para>
/// <code>
/// $data = New-NetData ShowerTrack -Count 500 -Seed 1 | Split-NetData -Validation 0.1 -Test 0.2
/// $model = New-NetModel ShowerTrack -InputShape 32, 32, 1 -Loss CategoricalCrossentropy {
///     Flatten
///     Dense 2 -Activation Softmax
/// }
/// $run = Invoke-NetTraining $model $data -Epochs 3 -Optimizer (Adam)
/// $run.History | Format-Table
/// </code>
/// </example>
/// <example>
/// <para>Stop when the validation loss gets no better, and keep the best parameters</para>
/// <code>
/// $model = New-NetModel ShowerTrack -InputShape 32, 32, 1 -Loss CategoricalCrossentropy {
///     Flatten
///     Dense 2 -Activation Softmax
/// }
/// $data = New-NetData ShowerTrack -Count 500
/// $model | Invoke-NetTraining -Data $data -Epochs 20 -ValidationSplit 0.2 -EarlyStopping 3 -RestoreBestWeights -Optimizer SGD
/// </code>
/// </example>
/// <example>
/// <para>Look at each epoch, halve the learning rate, and stop</para>
/// <code>
/// $model = New-NetModel ShowerTrack -InputShape 32, 32, 1 -Loss CategoricalCrossentropy {
///     Flatten
///     Dense 2 -Activation Softmax
/// }
/// New-NetData ShowerTrack -Count 500 | Invoke-NetTraining $model -Epochs 10 -OnEpochEnd {
///     param($e)
///     "Epoch $($e.Epoch): $($e.Loss)"
///     $e.LearningRate /= 2
///     if ($e.Accuracy -gt 0.9) { $e.StopTraining('good enough') }
/// }
/// </code>
/// </example>
/// <example>
/// <para>Train for two epochs, and later for two more as if it had been four at once</para>
/// <code>
/// $data = New-NetData ShowerTrack -Count 500
/// $model = New-NetModel ShowerTrack -InputShape 32, 32, 1 -Loss CategoricalCrossentropy {
///     Flatten
///     Dense 2 -Activation Softmax
/// }
/// Invoke-NetTraining $model $data -Epochs 2 -CheckpointPath run1
/// Invoke-NetTraining $model $data -Epochs 4 -CheckpointPath run1 -Resume
/// </code>
/// </example>
[Cmdlet(VerbsLifecycle.Invoke, "NetTraining", SupportsShouldProcess = true)]
[OutputType(typeof(NetTrainingRun), typeof(NetModel))]
public sealed class InvokeNetTrainingCommand : ModelCommand
{
    /// <summary>
    /// What to train with: data, a stream from Import-NetData -Stream, or a split whose part Validation is then used to validate with.
    /// </summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [TrainingRowsTransformation]
    public TrainingRows Data { get; set; } = null!;

    /// <summary>Data or a stream on which loss and accuracy are taken after each epoch, in place of those of a split.</summary>
    [Parameter]
    [RowSourceTransformation]
    public RowSource? ValidationData { get; set; }

    /// <summary>
    /// The part of the rows, above 0 and below 1, that is kept to validate with: the last ones, before anything is shuffled. For data that
    /// have no part Validation.
    /// </summary>
    [Parameter]
    public double ValidationSplit { get; set; }

    /// <summary>How often to go through all rows. With -Resume, the epochs before are counted.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [WholeNumber]
    public int Epochs { get; set; } = 1;

    /// <summary>The rows of a step, at most those there are to train with. LBFGS takes all rows where it is left out.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [WholeNumber]
    public int BatchSize { get; set; } = 32;

    /// <summary>How gradients change the parameters: a name, or one with settings as in (Adam ...) or (SGD ...).</summary>
    [Parameter]
    [OptimizerTransformation]
    [ArgumentCompleter(typeof(OptimizerCompleter))]
    public Optimizer Optimizer { get; set; } = new Adam();

    /// <summary>How far a step goes, in place of the learning rate of the optimiser.</summary>
    [Parameter]
    [ValidateRange(0.0, double.MaxValue)]
    public double LearningRate { get; set; }

    /// <summary>What shuffling and dropout are drawn from.</summary>
    [Parameter]
    public ulong Seed { get; set; }

    /// <summary>Keeps the order of the rows in each epoch.</summary>
    [Parameter]
    public SwitchParameter NoShuffle { get; set; }

    /// <summary>
    /// The most bytes that rows of a stream take in memory, 256MB unless told: two windows of rows, of which one is read while the other is
    /// trained with. The rows of a window are mixed, so that more memory mixes better, and another amount gives other bits. Rows to validate
    /// with take 32MB more.
    /// </summary>
    [Parameter]
    [ValidateRange(1L, long.MaxValue)]
    public long StreamMemory { get; set; } = 256L << 20;

    /// <summary>
    /// How many rows make a window, whose rows are mixed, in place of as many as -StreamMemory allows. It holds for data in memory as well, and
    /// then both give the same bits.
    /// </summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [WholeNumber]
    public int ShuffleWindow { get; set; }

    /// <summary>
    /// With -ShuffleWindow: how many rows are read together; each epoch makes its windows of other such blocks. Those of a chunk of the file
    /// where it is left out.
    /// </summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [WholeNumber]
    public int ShuffleBlock { get; set; }

    /// <summary>
    /// What is done with a row each time it is trained with, in order, as in (RandomFlip), (RandomTranslation 0.1 0.1): drawn from -Seed, the epoch and
    /// the row. Rows to validate with stay as they are.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public Augmentation[] Augmentation { get; set; } = [];

    /// <summary>The most threads that share the work: all processors where it is left out. They do not change the bits.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [WholeNumber]
    public int Threads { get; set; } = Environment.ProcessorCount;

    /// <summary>
    /// What the losses of the rows of a class are multiplied by: a table of weights by the name of a class or its number from 0, as in @{
    /// signal = 2; background = 1 }, where classes left out have 1; or the word Balanced, with which all classes count alike: rows /
    /// (classes x rows of the class).
    /// </summary>
    [Parameter]
    [ClassWeightTransformation]
    [ArgumentCompleter(typeof(ClassWeightCompleter))]
    public ClassWeightArgument? ClassWeight { get; set; }

    /// <summary>Ends training when -Monitor has not become better for so many epochs.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    [WholeNumber]
    public int EarlyStopping { get; set; }

    /// <summary>Divides the learning rate by ten when -Monitor has not become better for so many epochs.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    [WholeNumber]
    public int ReduceLearningRateOnPlateau { get; set; }

    /// <summary>The value that is to become better: val_loss where there are validation data, otherwise loss, unless told.</summary>
    [Parameter]
    [ValidateSet("loss", "accuracy", "val_loss", "val_accuracy")]
    public string? Monitor { get; set; }

    /// <summary>By how much -Monitor must become better to count.</summary>
    [Parameter]
    [ValidateRange(0.0, double.MaxValue)]
    public double MinDelta { get; set; }

    /// <summary>With -EarlyStopping: leaves the model with the parameters of its best epoch, not of its last.</summary>
    [Parameter]
    public SwitchParameter RestoreBestWeights { get; set; }

    /// <summary>
    /// Callbacks of the library: names of those that need no arguments, such as TerminateOnNaN, or objects, such as
    /// [NetDsl.Training.CSVLogger]::new("$PWD/training.csv").
    /// </summary>
    [Parameter]
    [CallbackTransformation]
    [ArgumentCompleter(typeof(CallbackCompleter))]
    public Callback[] Callback { get; set; } = [];

    /// <summary>Run when training begins.</summary>
    [Parameter]
    public ScriptBlock? OnTrainBegin { get; set; }

    /// <summary>Run when an epoch begins.</summary>
    [Parameter]
    public ScriptBlock? OnEpochBegin { get; set; }

    /// <summary>Run when a batch is done. Small networks do thousands a second, and a script block takes longer than their steps.</summary>
    [Parameter]
    public ScriptBlock? OnBatchEnd { get; set; }

    /// <summary>Run when an epoch is done, and its validation.</summary>
    [Parameter]
    public ScriptBlock? OnEpochEnd { get; set; }

    /// <summary>Run when training is over. It is not run after Ctrl+C or an error.</summary>
    [Parameter]
    public ScriptBlock? OnTrainEnd { get; set; }

    /// <summary>
    /// The file that keeps the state of the training, .safetensors where it has no extension. Folders are made where there are none.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? CheckpointPath { get; set; }

    /// <summary>The time between two savings of the state, or seconds: 5 unless told. It is saved at the end as well.</summary>
    [Parameter]
    [SecondsTransformation]
    public TimeSpan CheckpointInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Goes on from the checkpoint. Model, data and settings must be those it was made with, but for -Epochs and -Threads. Where there is
    /// none yet, training begins anew.
    /// </summary>
    [Parameter]
    public SwitchParameter Resume { get; set; }

    /// <summary>Replaces a checkpoint that is there.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Gives the trained model in place of the result, for the next command of a pipeline.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private StoppingRules Rules => new(
        this.Given(nameof(this.EarlyStopping), this.EarlyStopping),
        this.Given(nameof(this.ReduceLearningRateOnPlateau), this.ReduceLearningRateOnPlateau),
        this.Monitor,
        this.Given(nameof(this.MinDelta), this.MinDelta),
        this.RestoreBestWeights);

    private ScriptHandlers Handlers => new(this.OnTrainBegin, this.OnEpochBegin, this.OnBatchEnd, this.OnEpochEnd, this.OnTrainEnd);

    /// <inheritdoc/>
    protected override void Process()
    {
        double? part = this.Given(nameof(this.ValidationSplit), this.ValidationSplit);
        TrainingRows data = this.Data.With(this.ValidationData, part).For(this.Model);
        data.CheckNames(this.Model);
        TrainingOptions options = this.Options(data.Train);
        IReadOnlyList<Callback> rules = this.Rules.Callbacks(data.Validation is not null);
        TrainingCheckpoint? checkpoint = this.Checkpoint();
        if (!this.ShouldProcess($"{this.Model.Name} ({this.Model.Parameters} parameters)", Plan(options, data, checkpoint)))
        {
            return;
        }

        NetTrainingRun run = this.Train(options, data, rules, checkpoint);
        if (run.History.WasCancelled)
        {
            throw new PipelineStoppedException();
        }

        this.WriteObject(this.PassThru ? run.Model : run);
    }

    private static string Plan(TrainingOptions options, TrainingRows data, TrainingCheckpoint? checkpoint) => string.Create(
        CultureInfo.InvariantCulture,
        $"Train for {options.Epochs} epochs on {data.Train.Count} rows with {options.Optimizer.GetType().Name}") +
        (checkpoint is null ? string.Empty : $", checkpoint {checkpoint.Path}");

    private NetTrainingRun Train(TrainingOptions options, TrainingRows data, IEnumerable<Callback> rules, TrainingCheckpoint? checkpoint)
    {
        if (!this.Model.TryBeginTraining())
        {
            throw new CommandErrorException(
                "ModelInTraining",
                ErrorCategory.ResourceBusy,
                this.Model,
                $"{this.Model.Name} is being trained by another command. Wait for its end, or train another model from New-NetModel.");
        }

        try
        {
            return this.Fit(options, data, rules, checkpoint);
        }
        catch (Exception error) when (checkpoint is not null && error is (IOException or UnauthorizedAccessException))
        {
            // The file is what it is about, not the model.
            this.ThrowTerminatingError(ErrorRecords.Of(error, checkpoint.Path));
            throw;
        }
        finally
        {
            this.Model.EndTraining();
        }
    }

    private NetTrainingRun Fit(TrainingOptions options, TrainingRows data, IEnumerable<Callback> rules, TrainingCheckpoint? checkpoint)
    {
        SessionStreams session = new(this, this.StopProcessing);
        if (this.Resume && checkpoint is { IsResumable: false })
        {
            session.WriteVerbose($"There is no checkpoint {checkpoint.Path} yet: training begins anew.");
        }

        int epochsBefore = checkpoint?.EpochsBefore(this.Model) ?? this.Model.EpochsTrained;
        ModelRecord record = new(this.Model, data.Train.Layout, epochsBefore);
        ScriptCallback scripts = new(session, this.Model, this.Handlers, this.MyInvocation);
        using TrainingProgressBar bar = new(session, $"Training {this.Model.Name}");
        List<Callback> callbacks =
            [record, .. rules, .. this.Callback, new TrainingLog(session, options), new ProgressCallback(bar), bar, scripts];
        BackupAndRestore? backup = checkpoint?.Callback(record.Describe());
        if (backup is not null)
        {
            callbacks.Add(backup);
        }

        History history = this.Model.Engine.Fit(options, data, callbacks, this.Cancellation);
        return new NetTrainingRun(this.Model, options, record.BatchSize, history)
        {
            CheckpointPath = checkpoint?.Path,
            WasResumed = backup?.WasRestored ?? false,
        };
    }

    private TrainingOptions Options(RowSource train) => new(
        this.IsGiven(nameof(this.LearningRate)) ? Optimizers.WithLearningRate(this.Optimizer, this.LearningRate) : this.Optimizer,
        this.Epochs,
        this.BatchSizeFor(train),
        this.Seed,
        !this.NoShuffle,
        this.Threads,
        this.ClassWeight?.For(this.Model.Network.Summary, train, this.Cancellation),
        this.OrderFor(train),
        this.StreamMemory,
        this.Augmentation);

    private ShuffleOrder? OrderFor(RowSource train)
    {
        bool hasWindow = this.IsGiven(nameof(this.ShuffleWindow));
        StoppingRules.RefuseAlone(this.IsGiven(nameof(this.ShuffleBlock)) && !hasWindow, nameof(this.ShuffleBlock), "-ShuffleWindow");
        if (!hasWindow)
        {
            return null;
        }

        if (this.NoShuffle)
        {
            this.RefuseGiven(this.Model, "-NoShuffle keeps the order of the rows", nameof(this.ShuffleWindow));
        }

        int block = this.Given(nameof(this.ShuffleBlock), this.ShuffleBlock) ?? Math.Min(train.BlockRows, this.ShuffleWindow);
        return block <= this.ShuffleWindow
            ? new ShuffleOrder(block, this.ShuffleWindow)
            : throw new CommandErrorException(
                "InvalidShuffle",
                ErrorCategory.InvalidArgument,
                block,
                $"A block of {block} rows is larger than a window of {this.ShuffleWindow}; a window has whole blocks. Give a smaller -ShuffleBlock.");
    }

    private int? BatchSizeFor(RowSource train)
    {
        int? given = this.Given(nameof(this.BatchSize), this.BatchSize);
        return given > train.Count
            ? throw new CommandErrorException(
                "BatchSizeTooLarge",
                ErrorCategory.InvalidArgument,
                given,
                $"The batch size is {given}, and there are {train.Count} rows to train with; give a -BatchSize of at most {train.Count}.")
            : given;
    }

    private TrainingCheckpoint? Checkpoint()
    {
        if (this.CheckpointPath is null)
        {
            StoppingRules.RefuseAlone(this.Resume, nameof(this.Resume), "-CheckpointPath");
            StoppingRules.RefuseAlone(this.IsGiven(nameof(this.CheckpointInterval)), nameof(this.CheckpointInterval), "-CheckpointPath");
            return null;
        }

        if (this.Resume && this.Force)
        {
            throw new CommandErrorException(
                "ResumeAndForce",
                ErrorCategory.InvalidArgument,
                this.CheckpointPath,
                "-Resume goes on from the checkpoint, -Force begins anew and replaces it; give one of the two.");
        }

        TrainingCheckpoint checkpoint = new(
            this.Files.Literal(this.CheckpointPath), this.Resume, this.Given(nameof(this.CheckpointInterval), this.CheckpointInterval));
        checkpoint.Check(this.Force);
        return checkpoint;
    }

    private T? Given<T>(string parameter, T value)
        where T : struct => this.IsGiven(parameter) ? value : null;
}
