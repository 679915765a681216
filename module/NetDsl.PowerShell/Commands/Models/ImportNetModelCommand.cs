using System.Management.Automation;
using NetDsl.Interchange;
using NetDsl.Training;

namespace NetDsl.PowerShell;

/// <summary>Loads a model from a file.</summary>
/// <remarks>
/// <para>
/// The network is made anew from the declaration in the file, gets the parameters of the file, and answers the samples that Export-NetModel
/// put there; where it answers otherwise than the model that was saved, that is an error. Names of classes, features and targets, the
/// epochs trained and the seed come back as well. A file that Invoke-NetTraining wrote with -CheckpointPath can be loaded likewise.
/// </para>
/// <para>
/// Opening a file runs no code that somebody else wrote: its declaration may hold layers and nothing more. What was changed, cut off or
/// belongs to another network is refused.
/// </para>
/// <para>
/// With -Model the parameters are loaded into a model that is there. That takes parameters from other machine-learning frameworks, a
/// safetensors file with the names and shapes of the model's parameters, and it takes models with layers of one's own.
/// </para>
/// </remarks>
/// <example>
/// <para>Load a model and predict with it</para>
/// <code>
/// New-NetModel Sum -InputShape 2 -Loss MeanSquaredError { Dense 1 } | Export-NetModel -Path sum -Force
/// $model = Import-NetModel sum.safetensors
/// $model.EpochsTrained
/// </code>
/// </example>
/// <example>
/// <para>Load parameters into a model that is there</para>
/// <code>
/// $model = New-NetModel Sums -InputShape 2 -Loss MeanSquaredError -Seed 1 { Dense 1 }
/// $model | Export-NetModel -Path sums -Force
/// $other = New-NetModel Sums -InputShape 2 -Loss MeanSquaredError -Seed 2 { Dense 1 }
/// Import-NetModel sums.safetensors -Model $other
/// </code>
/// </example>
[Cmdlet(VerbsData.Import, "NetModel", DefaultParameterSetName = PathSet)]
[OutputType(typeof(NetModel))]
public sealed class ImportNetModelCommand : ModelFileCommand
{
    private string? loaded;

    /// <summary>A model that takes the parameters, in place of a new one. It stays as it was where the file does not fit.</summary>
    [Parameter]
    public NetModel? Model { get; set; }

    /// <summary>
    /// Leaves the answers out that are compared. For a network whose answers jump, as those of a Step activation at its edge do, and which
    /// another machine's rounding takes to the other side; the values of the parameters are checked all the same.
    /// </summary>
    [Parameter]
    public SwitchParameter SkipSelfTest { get; set; }

    /// <inheritdoc/>
    protected override void Read(string file)
    {
        FileArguments.RefuseFolder(file);
        this.WriteVerbose($"Reading {file}");
        this.WriteObject(this.Model is null ? this.New(file) : this.LoadInto(this.Model, file));
    }

    private NetModel New(string file)
    {
        NetModel model = SavedModel.Open(file, this, this.Cancellation).CreateModel();
        this.LoadParameters(model, file);
        AddEpochs(model, file);
        return model;
    }

    // A checkpoint says what the model was when its training began, and how far that has come.
    private static void AddEpochs(NetModel model, string file)
    {
        if (BackupAndRestore.IsCheckpoint(file))
        {
            model.EpochsTrained += BackupAndRestore.ReadEpochsTrained(file);
        }
    }

    private NetModel LoadInto(NetModel model, string file)
    {
        if (this.loaded is not null)
        {
            throw new CommandErrorException(
                "SeveralFiles",
                ErrorCategory.InvalidArgument,
                file,
                $"{model.Name} has just been loaded from {this.loaded}. With -Model give one file.");
        }

        model.Take(this.LoadParameters(model, file) ?? ModelDescription.Of(model.Network.Summary));
        AddEpochs(model, file);
        this.loaded = file;
        return model;
    }

    private ModelDescription? LoadParameters(NetModel model, string file)
    {
        if (!this.SkipSelfTest)
        {
            return model.Engine.Load(file);
        }

        ModelDescription? description = ModelFile.ReadDescription(file);
        model.Engine.LoadParameters(file);
        return description;
    }
}
