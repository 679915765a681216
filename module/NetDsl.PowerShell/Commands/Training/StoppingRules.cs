using System.Management.Automation;
using NetDsl.Training;

namespace NetDsl.PowerShell;

/// <summary>What happens when a training no longer gets better, as a person asks for it.</summary>
/// <param name="EarlyStopping">After how many epochs without anything better it ends; null for never.</param>
/// <param name="ReduceLearningRate">After how many the learning rate is reduced; null for never.</param>
/// <param name="Monitor">The key of the value that is to get better, or null for the loss: on validation data where there are any.</param>
/// <param name="MinDelta">By how much it must get better to count, or null for the callbacks' own.</param>
/// <param name="RestoreBestWeights">Whether the model ends with the parameters of its best epoch.</param>
internal sealed record StoppingRules(
    int? EarlyStopping, int? ReduceLearningRate, string? Monitor, double? MinDelta, bool RestoreBestWeights)
{
    private const string Loss = "loss";
    private const string ValidationLoss = "val_loss";

    /// <summary>The callbacks that do it.</summary>
    /// <param name="hasValidation">Whether there are validation data.</param>
    /// <exception cref="CommandErrorException">A setting has no rule that it belongs to.</exception>
    public IReadOnlyList<Callback> Callbacks(bool hasValidation)
    {
        bool any = this.EarlyStopping is not null || this.ReduceLearningRate is not null;
        RefuseAlone(this.Monitor is not null && !any, "Monitor", "-EarlyStopping or -ReduceLearningRateOnPlateau");
        RefuseAlone(this.MinDelta is not null && !any, "MinDelta", "-EarlyStopping or -ReduceLearningRateOnPlateau");
        RefuseAlone(this.RestoreBestWeights && this.EarlyStopping is null, "RestoreBestWeights", "-EarlyStopping");
        string monitor = this.Monitor?.ToLowerInvariant() ?? (hasValidation ? ValidationLoss : Loss);
        List<Callback> callbacks = [];
        if (this.ReduceLearningRate is { } patience)
        {
            callbacks.Add(this.MinDelta is { } delta
                ? new ReduceLROnPlateau { Patience = patience, Monitor = monitor, MinDelta = delta }
                : new ReduceLROnPlateau { Patience = patience, Monitor = monitor });
        }

        if (this.EarlyStopping is { } wait)
        {
            callbacks.Add(new EarlyStopping
            {
                Patience = wait,
                Monitor = monitor,
                MinDelta = this.MinDelta ?? 0,
                RestoreBestWeights = this.RestoreBestWeights,
            });
        }

        return callbacks;
    }

    /// <summary>Refuses a parameter that does nothing without another.</summary>
    /// <param name="isAlone">Whether it was given without the other.</param>
    /// <param name="parameter">Its name.</param>
    /// <param name="partner">What it goes with.</param>
    public static void RefuseAlone(bool isAlone, string parameter, string partner)
    {
        if (isAlone)
        {
            throw new CommandErrorException(
                "ParameterAlone",
                ErrorCategory.InvalidArgument,
                parameter,
                $"-{parameter} does nothing without {partner}; give both, or neither.");
        }
    }
}
