using System.Management.Automation;
using NetDsl.Training;

namespace NetDsl.PowerShell;

/// <summary>
/// A moment of a training, as the script blocks of Invoke-NetTraining see it. What the moment does not know, such as the loss before the
/// first batch, is null.
/// </summary>
public sealed class NetTrainingEvent
{
    private readonly TrainingContext context;

    internal NetTrainingEvent(string handler, NetModel model, TrainingContext context, EpochLog? done = null)
    {
        this.Handler = handler;
        this.Model = model;
        this.context = context;
        this.Loss = done?.Loss;
        this.Accuracy = done?.Accuracy;
        this.ValidationLoss = done?.ValidationLoss;
        this.ValidationAccuracy = done?.ValidationAccuracy;
    }

    /// <summary>The epoch, from 1; null before the first and after the last.</summary>
    public int? Epoch { get; internal init; }

    /// <summary>The epochs asked for.</summary>
    public int Epochs => this.context.Epochs;

    /// <summary>The batch that is done, from 1; null but in -OnBatchEnd.</summary>
    public int? Batch { get; internal init; }

    /// <summary>The batches of an epoch.</summary>
    public int Batches => this.context.Batches;

    /// <summary>
    /// The mean loss of a training sample: over the epoch so far in -OnBatchEnd, over the last one that is done after it.
    /// </summary>
    public double? Loss { get; internal init; }

    /// <summary>The fraction of right decisions, taken like the loss; null where outputs are no decisions.</summary>
    public double? Accuracy { get; internal init; }

    /// <summary>The mean loss of a validation sample after the epoch.</summary>
    public double? ValidationLoss { get; }

    /// <summary>The fraction of right decisions on validation data after the epoch.</summary>
    public double? ValidationAccuracy { get; }

    /// <summary>How far the next step goes. It can be set, unless the optimiser has a schedule.</summary>
    public double LearningRate
    {
        get => this.context.LearningRate;
        set
        {
            // The optimiser itself would take a rate that is not finite and spoil the parameters with it.
            if (!(value >= 0 && double.IsFinite(value)))
            {
                throw new PSArgumentException(
                    FormattableString.Invariant($"LearningRate is to be {value}; it must be a finite number of at least 0."));
            }

            this.context.LearningRate = value;
        }
    }

    /// <summary>The model that is trained. It can be measured and asked for predictions.</summary>
    public NetModel Model { get; }

    /// <summary>The epochs that are done.</summary>
    public History History => this.context.History;

    /// <summary>The time since training began.</summary>
    public TimeSpan Elapsed { get; internal init; }

    /// <summary>The time that is left if the batches to come take as long as those before; null before the first is done.</summary>
    public TimeSpan? Remaining { get; internal init; }

    /// <summary>The parameter that gave the script block.</summary>
    internal string Handler { get; }

    /// <summary>Ends training after the batch at hand. An epoch that ends early is still validated.</summary>
    /// <param name="reason">Why, for StopReason of the result.</param>
    public void StopTraining(string? reason = null) =>
        this.context.StopTraining(string.IsNullOrEmpty(reason) ? $"A script block of -{this.Handler} stopped training." : reason);
}
