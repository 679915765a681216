using System.Management.Automation;
using NetDsl.Data;
using NetDsl.Training;

namespace NetDsl.PowerShell;

/// <summary>Trains a model on data.</summary>
/// <remarks>
/// <para>
/// Each epoch goes through all rows in a new order, in batches: forward, loss, backward, one step of the optimiser. The model itself is
/// changed; training it again goes on from its parameters, with a fresh optimiser. The same seed, data and settings give the same bits,
/// whatever the number of threads. Progress is shown with loss and remaining time; Ctrl+C ends training before the next batch and
/// leaves the model with what it has learnt.
/// </para>
/// <para>
/// -Optimizer takes the name of an optimiser, or one with settings from the command of its name in parentheses: Adadelta, Adam, SGD.
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
/// <para>Train by gradient descent with momentum</para>
/// <code>
/// $data = New-NetData ShowerTrack -Count 500
/// $model = New-NetModel ShowerTrack -InputShape 32, 32, 1 -Loss CategoricalCrossentropy {
///     Flatten
///     Dense 2 -Activation Softmax
/// }
/// $model | Invoke-NetTraining -Data $data -BatchSize 50 -Optimizer (SGD -LearningRate 0.05 -Momentum 0.9)
/// </code>
/// </example>
[Cmdlet(VerbsLifecycle.Invoke, "NetTraining")]
[OutputType(typeof(NetTrainingRun))]
public sealed class InvokeNetTrainingCommand : ModelCommand
{
    /// <summary>What to train with: data, or a split whose part Validation is then used to validate with.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [DataSplitTransformation]
    public DataSplit Data { get; set; } = null!;

    /// <summary>Data on which loss and accuracy are taken after each epoch, in place of those of a split.</summary>
    [Parameter]
    [DatasetTransformation]
    public Dataset? ValidationData { get; set; }

    /// <summary>How often to go through all rows.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [WholeNumber]
    public int Epochs { get; set; } = 1;

    /// <summary>The rows of a step, at most those there are to train with.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [WholeNumber]
    public int BatchSize { get; set; } = 32;

    /// <summary>How gradients change the parameters: a name, or (Adam ...) or (SGD ...) with settings.</summary>
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

    /// <summary>The most threads that share the work: all processors where it is left out. They do not change the bits.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Threads { get; set; } = Environment.ProcessorCount;

    /// <inheritdoc/>
    protected override void Process()
    {
        DataSplit data = this.ValidationData is null ? this.Data : new DataSplit(this.Data.Train, this.ValidationData, this.Data.Test);
        TrainingOptions options = new(
            this.IsGiven(nameof(this.LearningRate))
                ? Optimizers.WithLearningRate(this.Optimizer, this.LearningRate)
                : this.Optimizer,
            this.Epochs,
            this.BatchSizeFor(data.Train),
            this.Seed,
            !this.NoShuffle,
            this.Threads);
        this.WriteVerbose(
            $"Training {this.Model.Name} ({this.Model.Parameters} parameters) on {data.Train.Count} rows for {options.Epochs} epochs " +
            $"with {options.Optimizer.GetType().Name}.");
        History history = this.Train(options, data);
        if (history.WasCancelled)
        {
            throw new PipelineStoppedException();
        }

        this.WriteObject(new NetTrainingRun(this.Model, options, history));
    }

    private History Train(TrainingOptions options, DataSplit data)
    {
        using TrainingProgressBar bar = new(this, $"Training {this.Model.Name}");
        Callback[] callbacks = [new ModelRecord(this.Model, data.Train), new ProgressCallback(bar), new VerboseEpochs(this)];
        return this.Model.Engine.Fit(options, data, callbacks, this.Cancellation);
    }

    private int BatchSizeFor(Dataset train)
    {
        if (this.BatchSize > train.Count && this.IsGiven(nameof(this.BatchSize)))
        {
            throw new CommandErrorException(
                "BatchSizeTooLarge",
                ErrorCategory.InvalidArgument,
                this.BatchSize,
                $"The batch size is {this.BatchSize}, and there are {train.Count} rows to train with; give a -BatchSize of at most {train.Count}.");
        }

        return Math.Min(this.BatchSize, train.Count);
    }
}
