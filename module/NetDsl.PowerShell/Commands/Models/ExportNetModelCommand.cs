using System.Management.Automation;

namespace NetDsl.PowerShell;

/// <summary>Saves a model as one file, from which Import-NetModel makes it again.</summary>
/// <remarks>
/// <para>
/// The file is a safetensors file. Its tensors are the parameters under their names, as other machine-learning frameworks read and write
/// them; its metadata hold the declaration of the network, the names of classes, features and targets, the epochs trained, the seed, and
/// a few samples with the model's answers, which Import-NetModel compares. It is written whole or not at all, so that a file that
/// is replaced stays as it was where that fails.
/// </para>
/// <para>
/// A layer of one's own (Custom) is C# code, which no model file holds: such a model is loaded with Import-NetModel -Model.
/// </para>
/// </remarks>
/// <example>
/// <para>Save a trained model and load it again</para>
/// <code>
/// $data = New-NetData ShowerTrack -Count 200
/// $model = New-NetModel Particles -InputShape 32, 32, 1 -Loss CategoricalCrossentropy {
///     Flatten
///     Dense 2 -Activation Softmax
/// }
/// $null = Invoke-NetTraining $model $data
/// Export-NetModel $model particles
/// $again = Import-NetModel particles.safetensors
/// </code>
/// </example>
/// <example>
/// <para>Save several models, each under its own name, and see the files</para>
/// <code>
/// $models = 8, 16 | ForEach-Object {
///     $units = $_
///     New-NetModel "Units$units" -InputShape 4 -Loss MeanSquaredError { Dense $units -Activation ReLU; Dense 1 }
/// }
/// $models | Export-NetModel -Path { $_.Name } -Force -PassThru
/// </code>
/// </example>
[Cmdlet(VerbsData.Export, "NetModel", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportNetModelCommand : NetCommand
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";
    private const string ModelFirstSet = "ModelFirst";
    private const string Extension = ".safetensors";

    private readonly HashSet<string> written = new(StringComparer.Ordinal);

    /// <summary>The model, from New-NetModel, or what Invoke-NetTraining gave.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = PathSet)]
    [Parameter(
        Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralPathSet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ModelFirstSet)]
    public NetModel Model { get; set; } = null!;

    /// <summary>
    /// The file; one without an extension gets .safetensors. Wildcards are refused. Of several models from the pipeline each needs a path of
    /// its own, as the script block { $_.Name } gives.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = PathSet)]
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = ModelFirstSet)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>The file, exactly as written but for the extension, which is added where there is none.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string LiteralPath { get; set; } = string.Empty;

    /// <summary>Replaces a file that is there.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Gives the file.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => this.GivenPath;

    /// <inheritdoc/>
    protected override bool ErrorsAreTerminating => false;

    private string GivenPath => this.ParameterSetName == LiteralPathSet ? this.LiteralPath : this.Path;

    /// <inheritdoc/>
    protected override void Process()
    {
        string file = this.Resolve();
        if (!this.ShouldWrite(file, this.Force, $"Export the model {this.Model.Name}"))
        {
            return;
        }

        this.Guard(() => this.Write(file), file);
    }

    private void Write(string file)
    {
        if (!this.written.Add(file))
        {
            throw new CommandErrorException(
                "PathRepeated",
                ErrorCategory.InvalidArgument,
                file,
                $"{file} has just been written from another model of this pipeline. Give each a path of its own: -Path {{ $_.Name }}.");
        }

        if (this.Model.Layers.Any(layer => layer.Kind == "Custom"))
        {
            this.WriteWarning(
                $"{this.Model.Name} has layers of your own, whose code the file does not hold. Keep their source: the file can only be " +
                "loaded into a model that New-NetModel made from it, with Import-NetModel -Model.");
        }

        this.Model.Engine.Save(file, this.Model.Describe());
        this.WriteVerbose($"Saved {this.Model.Name} ({this.Model.Parameters} parameters) as {file}");
        if (this.PassThru)
        {
            this.WriteObject(new FileInfo(file));
        }
    }

    private string Resolve()
    {
        if (this.ParameterSetName != LiteralPathSet && WildcardPattern.ContainsWildcardCharacters(this.Path))
        {
            throw new CommandErrorException(
                "WildcardInPath",
                ErrorCategory.InvalidArgument,
                this.Path,
                $"{this.Path} has wildcards, and a model is one file. Give its path, or -LiteralPath where its name has such characters.");
        }

        string file = this.Files.Literal(this.GivenPath);
        FileArguments.RefuseFolder(file);
        return System.IO.Path.HasExtension(file) ? file : file + Extension;
    }
}
