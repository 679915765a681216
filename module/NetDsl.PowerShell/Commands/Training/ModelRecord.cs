using NetDsl.Data;
using NetDsl.Interchange;
using NetDsl.Training;

namespace NetDsl.PowerShell;

/// <summary>Keeps what a model says of itself true at every moment of a training, however it ends.</summary>
/// <param name="model">The model.</param>
/// <param name="data">What the rows that it learns from are made of.</param>
/// <param name="epochsBefore">The epochs that the model was trained for before this training began, in whatever session that was.</param>
internal sealed class ModelRecord(NetModel model, RowLayout data, int epochsBefore) : Callback
{
    /// <summary>The rows of a step.</summary>
    public int BatchSize => this.Context.BatchSize;

    /// <summary>What is to be said of the model that is trained, at the beginning of the training.</summary>
    public ModelDescription Describe() => model.Describe() with
    {
        Classes = data.Classes ?? model.Classes,
        FeatureNames = data.FeatureNames ?? model.FeatureNames,
        TargetNames = data.TargetNames ?? model.TargetNames,
        EpochsTrained = epochsBefore,
        Preparation = data.Preparation,
    };

    /// <inheritdoc/>
    public override void OnEpochBegin(int epoch) => this.Update();

    /// <inheritdoc/>
    public override void OnEpochEnd(EpochLog epoch) => this.Update();

    /// <inheritdoc/>
    public override void OnTrainEnd(History history) => this.Update();

    private void Update()
    {
        model.Classes = data.Classes ?? model.Classes;
        model.FeatureNames = data.FeatureNames ?? model.FeatureNames;
        model.TargetNames = data.TargetNames ?? model.TargetNames;
        model.Preparation = data.Preparation;
        model.EpochsTrained = epochsBefore + this.Context.EpochsTrained;
    }
}
