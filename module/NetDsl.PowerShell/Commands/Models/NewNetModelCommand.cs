using System.Management.Automation;
using NetDsl.Compilation;

namespace NetDsl.PowerShell;

/// <summary>Makes a neural network from a script block or a C# file.</summary>
/// <remarks>
/// <para>
/// The script block names the layers in order, in Keras's words, such as Conv2D, MaxPooling2D, Flatten and Dense. The words exist only in
/// the block, where a loop or a condition may stand around them; what the block assigns is gone after it. The layers become a C# class
/// with attributes, and the class becomes vectorised code for exactly these shapes, as it would in a project of one's own. What was
/// compiled once is kept in a cache, in NetDsl/cache of the local application data or in the folder that the environment variable
/// NETDSL_CACHE names.
/// </para>
/// <para>
/// A mistake in the declaration is one error, whose id is that of the diagnostic (NETDSL012) and whose message names the line of the
/// script.
/// </para>
/// </remarks>
/// <example>
/// <para>A convolutional network that tells showers from tracks</para>
/// <code>
/// $model = New-NetModel ShowerTrack -InputShape 32, 32, 1 -Loss CategoricalCrossentropy {
///     Conv2D 32 5 -Activation ReLU
///     MaxPooling2D 2
///     Flatten
///     Dense 2 -Activation Softmax
/// }
/// </code>
/// </example>
/// <example>
/// <para>The C# class that declares a network, for a project of its own</para>
/// <code>
/// New-NetModel Tabular -InputShape 8 -Loss MeanSquaredError -AsSource {
///     foreach ($units in 64, 32) {
///         Dense $units -Activation ReLU
///         Dropout 0.1
///     }
///     Dense 1
/// }
/// </code>
/// </example>
/// <example>
/// <para>The network that a C# file declares</para>
/// <code>
/// New-NetModel Tabular -InputShape 8 -Loss MeanSquaredError -AsSource { Dense 1 } | Set-Content Tabular.cs
/// $model = New-NetModel -Path Tabular.cs
/// </code>
/// </example>
[Cmdlet(VerbsCommon.New, "NetModel", DefaultParameterSetName = LayersSet)]
[OutputType(typeof(NetModel), ParameterSetName = [LayersSet, PathSet])]
[OutputType(typeof(string), ParameterSetName = [LayersSet])]
public sealed class NewNetModelCommand : NetCommand
{
    private const string LayersSet = "Layers";
    private const string PathSet = "Path";

    /// <summary>The name of the network: a name for a C# class. With -Path it chooses one of several networks of the file.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = LayersSet)]
    [Parameter(ParameterSetName = PathSet)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = string.Empty;

    /// <summary>
    /// The layers in order, one a line: each layer that C# has as an attribute, with the attribute's arguments and properties as parameters.
    /// Examples: Conv2D 32 5 -Activation ReLU -Padding Same, MaxPooling2D 2 -Strides 1, Flatten, Dense 64 -UseBias $false, Dropout 0.5,
    /// Dense 2 -Name last. A window of two sizes is written height, width: Conv2D 32 5, 3. The tab key completes what follows a layer.
    /// </summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = LayersSet)]
    public ScriptBlock Layer { get; set; } = null!;

    /// <summary>The extents of one sample, channels last: 32, 32, 1 for an image of one colour, 8 for a row of eight columns.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LayersSet)]
    [WholeNumber]
    public int[] InputShape { get; set; } = [];

    /// <summary>What training makes small.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LayersSet)]
    public Loss Loss { get; set; }

    /// <summary>The element type of parameters and activations. Double is half as fast, and there to check with.</summary>
    [Parameter(ParameterSetName = LayersSet)]
    public Precision Precision { get; set; }

    /// <summary>Gives the C# text that declares the network in place of the network.</summary>
    [Parameter(ParameterSetName = LayersSet)]
    public SwitchParameter AsSource { get; set; }

    /// <summary>A C# file with a class that has the attribute [Network].</summary>
    [Parameter(Mandatory = true, ParameterSetName = PathSet)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>What the first parameters are drawn from: the same seed gives the same bits on every machine.</summary>
    [Parameter]
    public ulong Seed { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => this.ParameterSetName == PathSet ? this.Path : this.Name;

    /// <inheritdoc/>
    protected override void Process()
    {
        if (this.ParameterSetName == PathSet)
        {
            this.FromFile();
        }
        else
        {
            this.FromLayers();
        }
    }

    private void FromLayers()
    {
        IReadOnlyList<LayerStatement> layers = LayerBlock.Run(this.Layer);
        NetworkDeclaration declaration = new(this.Name, this.InputShape, [.. layers.Select(l => l.Declaration)], this.Loss, this.Precision);
        if (this.AsSource)
        {
            this.WriteObject(declaration.ToSource());
            return;
        }

        // The compiler itself can only stumble over the name, where that is a word of C#.
        string? Place(DeclarationDiagnostic diagnostic) =>
            declaration.LayerAt(diagnostic.Line) is { } layer ? layers[layer].Position.ToString()
            : diagnostic.Id.StartsWith("CS", StringComparison.Ordinal) ? $"'{this.Name}' as the name of a class"
            : null;
        this.WriteModel(this.Compile(declaration.ToSource(), Place).Networks[0]);
    }

    private void FromFile()
    {
        string path = this.GetUnresolvedProviderPathFromPSPath(this.Path);
        CompiledDeclaration declaration = this.Compile(
            File.ReadAllText(path), diagnostic => FormattableString.Invariant($"{path}, line {diagnostic.Line}"));
        CompiledNetwork[] chosen =
        [
            .. declaration.Networks.Where(n => this.Name.Length == 0 || n.Type.Name == this.Name || n.Name == this.Name),
        ];
        if (chosen.Length != 1)
        {
            throw new CommandErrorException(
                "NetworkNotFound",
                ErrorCategory.ObjectNotFound,
                this.Name,
                $"{path} declares {string.Join(", ", declaration.Networks.Select(n => n.Name))}; choose one of them with -Name.");
        }

        this.WriteModel(chosen[0]);
    }

    private CompiledDeclaration Compile(string source, Func<DeclarationDiagnostic, string?> place) =>
        new ModelCompiler(this, this.ErrorTarget, this.Cancellation).Compile(source, place);

    private void WriteModel(CompiledNetwork network) => this.WriteObject(new NetModel(network, this.Seed));
}
