using System.Management.Automation;
using NetDsl.Compilation;

namespace NetDsl.PowerShell;

/// <summary>Makes a neural network from a script block, a C# file, an assembly, JSON or a hashtable.</summary>
/// <remarks>
/// <para>
/// The script block names the layers in order, in Keras's words, such as Conv2D, MaxPooling2D, Flatten and Dense. Each word is a command
/// with help of its own (Get-Help Conv2D) that means something in such a block only, where a loop or a condition may stand around it. The
/// layers become a C# class with attributes, and the class becomes vectorised code for exactly these shapes, as it would in a project
/// of one's own. What was compiled once is kept in a cache, in NetDsl/cache of the local application data or in the folder that the
/// environment variable NETDSL_CACHE names.
/// </para>
/// <para>
/// The block only declares. It runs in a scope of its own, so that variables, functions and aliases that it makes are gone after it. A
/// block with an assignment to $global:x, $script:x or $env:x, to an element or a property of a variable that it does not assign itself,
/// with a [ref] to such a variable, a function of another scope or a command on env: is refused before it runs. Where a command or a
/// function that it calls changes a variable of the session or the current folder, that is put back, and is an error. What a method does
/// to an object cannot be seen.
/// </para>
/// <para>
/// With several inputs or outputs, Input and Output statements stand among the layers in place of -InputShape and -Loss.
/// </para>
/// <para>
/// As data, a network is an object with the keys name, inputShape, loss, precision (Single or Double, Single where it is left out) and
/// layers, a list of objects with the key kind, such as Conv2D, and the layer's parameters as keys:
/// {"kind": "Conv2D", "filters": 32, "kernelSize": [5, 3], "activation": "ReLU"}. Input and Output are kinds as well, in place of
/// inputShape and loss. Upper and lower case are the same.
/// </para>
/// <para>
/// A mistake in the declaration is one error, whose id is that of the diagnostic (NETDSL012) and whose message names the line of the
/// script or of the C# file, or the path of the key, such as layers[2].units. An assembly is read once and not held open, so that its
/// project can be built again, and two versions of one network can be compared.
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
/// <para>The networks that C# files declare</para>
/// <code>
/// New-NetModel Tabular -InputShape 8 -Loss MeanSquaredError -AsSource { Dense 1 } | Set-Content Tabular.cs
/// $models = Get-ChildItem *.cs | New-NetModel
/// </code>
/// </example>
/// <example>
/// <para>Two inputs and two outputs</para>
/// <code>
/// $model = New-NetModel Calorimeter {
///     Input 8, 8, 1 -Name image
///     Input 3 -Name event
///     Conv2D 4 3 -Activation ReLU -From image
///     Flatten -Name cells
///     Concatenate cells, event
///     Dense 16 -Activation ReLU -Name shared
///     Dense 1 -Name energy
///     Output MeanSquaredError -Weight 0.1
///     Dense 2 -Activation Softmax -From shared
///     Output CategoricalCrossentropy
/// }
/// </code>
/// </example>
/// <example>
/// <para>A network for each of several widths, as data</para>
/// <code>
/// $models = foreach ($units in 4, 8) {
///     New-NetModel -Declaration @{
///         name       = "Width$units"
///         inputShape = 3
///         loss       = 'MeanSquaredError'
///         layers     = @(
///             @{ kind = 'Dense'; units = $units; activation = 'Tanh' }
///             @{ kind = 'Dense'; units = 1 }
///         )
///     }
/// }
/// </code>
/// </example>
[Cmdlet(VerbsCommon.New, "NetModel", DefaultParameterSetName = LayersSet)]
[OutputType(typeof(NetModel), typeof(string))]
public sealed class NewNetModelCommand : NetCommand
{
    private const string LayersSet = "Layers";
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";
    private const string TypeSet = "Type";
    private const string DeclarationSet = "Declaration";

    /// <summary>
    /// The name of the network: a name for a C# class. With -Path it chooses among several networks of a file; wildcards are allowed there.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = LayersSet)]
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(NetworkNameCompleter))]
    public string Name { get; set; } = string.Empty;

    /// <summary>
    /// The layers in order, one a line: each layer that C# has as an attribute, with the attribute's arguments and properties as
    /// parameters. Examples: Conv2D 32 5 -Activation ReLU -Padding Same, MaxPooling2D 2 -Strides 1, Flatten, Dense 64 -UseBias $false,
    /// Dropout 0.5, Dense 2 -Name last. A window of two sizes is written height, width: Conv2D 32 5, 3. Get-Command -Module NetDsl
    /// -CommandType Function lists them.
    /// </summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = LayersSet)]
    public ScriptBlock Layer { get; set; } = null!;

    /// <summary>
    /// The extents of one sample, channels last: 32, 32, 1 for an image of one colour, 8 for a row of eight columns. Left out where
    /// Input statements say it.
    /// </summary>
    [Parameter(ParameterSetName = LayersSet)]
    [WholeNumber]
    public int[] InputShape { get; set; } = [];

    /// <summary>What training makes small. Left out where Output statements say it.</summary>
    [Parameter(ParameterSetName = LayersSet)]
    public Loss? Loss { get; set; }

    /// <summary>The element type of parameters and activations. Double is half as fast, and there to check with.</summary>
    [Parameter(ParameterSetName = LayersSet)]
    public Precision Precision { get; set; }

    /// <summary>
    /// Files with networks, wildcards allowed: C# sources (.cs) with classes that have the attribute [Network], assemblies (.dll) that
    /// projects with such classes compiled, and declarations in JSON (.json).
    /// </summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = PathSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>The same as they are written, without wildcards.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Classes of networks that are loaded in the session, such as those of an assembly that a script loads itself.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = TypeSet)]
    [ValidateNotNull]
    public Type[] Type { get; set; } = [];

    /// <summary>
    /// The network as data: a hashtable, an object or a JSON text with the keys name, inputShape, loss, precision and layers.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = DeclarationSet)]
    [ValidateNotNull]
    public object Declaration { get; set; } = null!;

    /// <summary>Gives the C# text that declares the network in place of the network.</summary>
    [Parameter]
    public SwitchParameter AsSource { get; set; }

    /// <summary>What the first parameters are drawn from: the same seed gives the same bits on every machine.</summary>
    [Parameter]
    public ulong Seed { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => this.ParameterSetName == DeclarationSet ? this.Declaration : this.Name;

    /// <inheritdoc/>
    protected override bool ErrorsAreTerminating => this.ParameterSetName is LayersSet or DeclarationSet;

    private ModelCompiler Compiler => field ??= new ModelCompiler(this.WriteWarning, this.Cancellation);

    /// <inheritdoc/>
    protected override void Process()
    {
        switch (this.ParameterSetName)
        {
            case LayersSet:
                this.Make(this.FromBlock());
                break;
            case DeclarationSet:
                this.Make(DeclarationReader.Read(this.Declaration));
                break;
            case TypeSet:
                this.ForEach(this.Type, this.MakeFromType);
                break;
            case LiteralPathSet:
                this.ForEach(this.LiteralPath, path => this.MakeFromFile(this.Files.Literal(path)));
                break;
            default:
                this.ForEach(this.Path, path => this.ForEach(this.Files.Matching(path), this.MakeFromFile));
                break;
        }
    }

    // One that fails does not keep the others from being made.
    private void ForEach<T>(IEnumerable<T> items, Action<T> work)
    {
        foreach (T item in items)
        {
            this.Guard(() => work(item), item);
        }
    }

    private ModelDeclaration FromBlock()
    {
        IReadOnlyList<LayerStatement> statements = new LayerBlock(this).Run(this.Layer);
        DeclaredPart[] layers = [.. statements.Select(statement => new DeclaredPart(statement.Declaration, statement.Position.ToString()))];
        DeclaredPart? input = this.IsGiven(nameof(this.InputShape))
            ? new DeclaredPart(new AttributeDeclaration("Input", this.InputShape.Cast<object>()), "-InputShape")
            : null;
        DeclaredPart? loss = this.Loss is { } value ? new DeclaredPart(new AttributeDeclaration("Loss", value), "-Loss") : null;
        return ModelDeclaration.Of(this.Name, this.Precision, new DeclaredEnds(input, loss, "-InputShape", "-Loss"), layers);
    }

    private void MakeFromFile(string file)
    {
        FileArguments.RefuseFolder(file);
        switch (System.IO.Path.GetExtension(file).ToUpperInvariant())
        {
            case ".CS":
                this.MakeFromSource(file);
                break;
            case ".JSON":
                this.Make(DeclarationReader.ReadFile(file));
                break;
            case ".DLL":
                this.MakeFromAssembly(file);
                break;
            case ".SAFETENSORS":
                throw UnknownSource(file, "it is a saved model, which Import-NetModel reads.");
            default:
                throw UnknownSource(file, "a network comes from C# (.cs), from an assembly (.dll) or from JSON (.json).");
        }
    }

    private static CommandErrorException UnknownSource(string file, string reason) =>
        new("UnknownSource", ErrorCategory.InvalidArgument, file, $"{file} declares no network: {reason}");

    private void MakeFromSource(string file)
    {
        string source = File.ReadAllText(file);
        if (this.AsSource)
        {
            this.WriteObject(source);
        }
        else
        {
            this.WriteChosen(this.Compiler.Compile(source, file), file);
        }
    }

    private void MakeFromAssembly(string file)
    {
        try
        {
            this.WriteChosen(NetworkAssembly.Load(file), file);
        }
        catch (DeclarationException error)
        {
            throw new CommandErrorException("InvalidAssembly", ErrorCategory.InvalidData, file, error.Message, error);
        }
    }

    private void MakeFromType(Type type)
    {
        try
        {
            this.Write(CompiledNetwork.Of(type));
        }
        catch (DeclarationException error)
        {
            throw new CommandErrorException("NotANetwork", ErrorCategory.InvalidType, type, error.Message, error);
        }
    }

    private void Make(ModelDeclaration declaration)
    {
        if (this.AsSource)
        {
            this.WriteObject(declaration.Network.ToSource());
        }
        else
        {
            this.Write(this.Compiler.Compile(declaration)[0]);
        }
    }

    private void WriteChosen(IReadOnlyList<CompiledNetwork> networks, string file)
    {
        WildcardPattern pattern = WildcardPattern.Get(this.Name, WildcardOptions.IgnoreCase);
        CompiledNetwork[] chosen =
        [
            .. networks.Where(network => this.Name.Length == 0 || pattern.IsMatch(network.Type.Name) || pattern.IsMatch(network.Name)),
        ];
        bool isClear = chosen.Length == 1 || (chosen.Length > 1 && WildcardPattern.ContainsWildcardCharacters(this.Name));
        if (!isClear)
        {
            throw new CommandErrorException(
                "NetworkNotFound",
                ErrorCategory.ObjectNotFound,
                this.Name.Length == 0 ? file : this.Name,
                $"{file} declares {string.Join(", ", networks.Select(n => n.Name))}; choose one of them with -Name, or all with -Name *.");
        }

        foreach (CompiledNetwork network in chosen)
        {
            this.Write(network);
        }
    }

    private void Write(CompiledNetwork network)
    {
        if (!this.AsSource)
        {
            this.WriteObject(new NetModel(network, this.Seed));
        }
        else if (network.Source.Length > 0)
        {
            this.WriteObject(network.Source);
        }
        else
        {
            throw new CommandErrorException(
                "NoSource",
                ErrorCategory.ObjectNotFound,
                network.Name,
                $"{network.Name} is compiled and does not say how it was declared; -AsSource needs its source, a script block or JSON.");
        }
    }
}
