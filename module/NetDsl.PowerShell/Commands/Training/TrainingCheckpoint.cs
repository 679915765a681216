using System.Management.Automation;
using NetDsl.Interchange;
using NetDsl.Training;

namespace NetDsl.PowerShell;

/// <summary>The file of a training that can be gone on with.</summary>
/// <param name="path">The file.</param>
/// <param name="resume">Whether training goes on from it.</param>
/// <param name="interval">The time between two savings, or null for the library's.</param>
internal sealed class TrainingCheckpoint(string path, bool resume, TimeSpan? interval)
{
    private const string Extension = ".safetensors";

    /// <summary>The file.</summary>
    public string Path { get; } = System.IO.Path.HasExtension(path) ? path : path + Extension;

    /// <summary>Whether there is something to go on from.</summary>
    public bool IsResumable => resume && File.Exists(this.Path);

    /// <summary>Refuses to replace a training without being told to.</summary>
    /// <param name="force">Whether it may be replaced.</param>
    /// <exception cref="CommandErrorException">There is a file, and nothing says what is to be done with it; or a folder.</exception>
    public void Check(bool force)
    {
        if (Directory.Exists(this.Path))
        {
            throw new CommandErrorException(
                "NotAFile",
                ErrorCategory.InvalidArgument,
                this.Path,
                $"{this.Path} is a folder; -CheckpointPath takes the path of a file.");
        }

        if (File.Exists(this.Path) && !resume && !force)
        {
            throw new CommandErrorException(
                "CheckpointExists",
                ErrorCategory.ResourceExists,
                this.Path,
                $"{this.Path} is there already. Give -Resume to go on from it, -Force to begin anew and replace it, " +
                "or another -CheckpointPath.");
        }
    }

    /// <summary>The epochs that a model was trained for before the training began that is gone on with.</summary>
    /// <param name="model">The model.</param>
    /// <exception cref="ModelFormatException">The file is broken.</exception>
    public int EpochsBefore(NetModel model) =>
        this.IsResumable && ModelFile.ReadDescription(this.Path) is { } description ? description.EpochsTrained : model.EpochsTrained;

    /// <summary>The callback that saves and restores.</summary>
    /// <param name="description">What the file is to say of the model, so that it can be imported.</param>
    public BackupAndRestore Callback(ModelDescription description)
    {
        IReadOnlyDictionary<string, string> metadata = description.ToMetadata();
        return interval is { } time
            ? new BackupAndRestore(this.Path) { Restore = resume, Metadata = metadata, Interval = time }
            : new BackupAndRestore(this.Path) { Restore = resume, Metadata = metadata };
    }
}
