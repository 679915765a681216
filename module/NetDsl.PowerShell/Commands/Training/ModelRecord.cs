using NetDsl.Data;
using NetDsl.Training;

namespace NetDsl.PowerShell;

/// <summary>Keeps what a model says of itself true at every moment of a training, however it ends.</summary>
/// <param name="model">The model.</param>
/// <param name="data">What it learns from.</param>
internal sealed class ModelRecord(NetModel model, Dataset data) : Callback
{
    /// <summary>The rows of a step.</summary>
    public int BatchSize => this.Context.BatchSize;

    /// <inheritdoc/>
    public override void OnEpochBegin(int epoch)
    {
        model.Classes = data.Classes ?? model.Classes;
        model.FeatureNames = data.FeatureNames ?? model.FeatureNames;
        model.TargetNames = data.TargetNames ?? model.TargetNames;
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(EpochLog epoch) => model.EpochsTrained++;
}
