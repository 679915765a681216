using System.Management.Automation;
using NetDsl.Data;
using NetDsl.Training;

namespace NetDsl.PowerShell;

/// <summary>Trains a model.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "NetTraining")]
[OutputType(typeof(NetTrainingRun))]
public sealed class InvokeNetTrainingCommand : ModelCommand
{
    /// <summary>The data to train with, and to validate with.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [DataSplitTransformation]
    public DataSplit Data { get; set; } = null!;

    /// <summary>Data to validate with.</summary>
    [Parameter]
    [DatasetTransformation]
    public Dataset? ValidationData { get; set; }

    /// <summary>How often to go through all rows.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [WholeNumber]
    public int Epochs { get; set; } = 1;

    /// <summary>The rows of a step.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [WholeNumber]
    public int BatchSize { get; set; }

    /// <summary>How gradients change the parameters.</summary>
    [Parameter]
    [OptimizerTransformation]
    [ArgumentCompleter(typeof(OptimizerCompleter))]
    public Optimizer Optimizer { get; set; } = new Adam();

    /// <summary>How far a step goes.</summary>
    [Parameter]
    [ValidateRange(0.0, double.MaxValue)]
    public double LearningRate { get; set; }

    /// <summary>What shuffling and dropout are drawn from.</summary>
    [Parameter]
    public ulong Seed { get; set; }

    /// <summary>Keeps the order of the rows.</summary>
    [Parameter]
    public SwitchParameter NoShuffle { get; set; }

    /// <summary>The most threads that share the work.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Threads { get; set; } = Environment.ProcessorCount;

    /// <inheritdoc/>
    protected override void Process()
    {
        DataSplit data = this.ValidationData is null ? this.Data : new DataSplit(this.Data.Train, this.ValidationData, this.Data.Test);
        this.CheckBatchSize(data.Train);
        TrainingOptions options = new(
            this.MyInvocation.BoundParameters.ContainsKey(nameof(this.LearningRate))
                ? Optimizers.WithLearningRate(this.Optimizer, this.LearningRate)
                : this.Optimizer,
            this.Epochs,
            this.BatchSize == 0 ? null : this.BatchSize,
            this.Seed,
            !this.NoShuffle,
            this.Threads);
        this.WriteVerbose(
            $"Training {this.Model.Name} ({this.Model.Parameters} parameters) on {data.Train.Count} rows for {options.Epochs} epochs with {options.Optimizer.GetType().Name}.");
        History history = this.Train(options, data);
        this.Model.Classes = data.Train.Classes ?? this.Model.Classes;
        this.Model.EpochsTrained += history.Count;
        if (history.WasCancelled)
        {
            throw new PipelineStoppedException();
        }

        this.WriteObject(new NetTrainingRun(this.Model, options, history));
    }

    private History Train(TrainingOptions options, DataSplit data)
    {
        using TrainingProgressBar bar = new(this, $"Training {this.Model.Name}");
        return this.Model.Engine.Fit(options, data, [new ProgressCallback(bar), new VerboseEpochs(this)], this.Cancellation);
    }

    private void CheckBatchSize(Dataset train)
    {
        if (this.BatchSize > train.Count)
        {
            throw new CommandErrorException(
                "BatchSizeTooLarge",
                ErrorCategory.InvalidArgument,
                this.BatchSize,
                $"The batch size is {this.BatchSize}, and there are {train.Count} rows to train with; give a -BatchSize of at most {train.Count}.");
        }
    }
}
