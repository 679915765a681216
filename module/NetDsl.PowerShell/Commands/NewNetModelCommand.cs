using System.Management.Automation;
using NetDsl.Compilation;

namespace NetDsl.PowerShell;

/// <summary>Makes a neural network.</summary>
[Cmdlet(VerbsCommon.New, "NetModel", DefaultParameterSetName = LayersSet)]
[OutputType(typeof(NetModel), ParameterSetName = [LayersSet, PathSet])]
[OutputType(typeof(string), ParameterSetName = [LayersSet])]
public sealed class NewNetModelCommand : NetCommand
{
    private const string LayersSet = "Layers";
    private const string PathSet = "Path";

    // One for the process: what one command compiled, the next one finds.
    private static readonly Lazy<NetworkCompiler> Compiler = new(NetworkCompiler.ForUser);

    /// <summary>The name of the network.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = LayersSet)]
    [Parameter(ParameterSetName = PathSet)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = string.Empty;

    /// <summary>The layers.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = LayersSet)]
    public ScriptBlock Layer { get; set; } = null!;

    /// <summary>The extents of one sample.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LayersSet)]
    [WholeNumber]
    public int[] InputShape { get; set; } = [];

    /// <summary>What training makes small.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LayersSet)]
    public Loss Loss { get; set; }

    /// <summary>The element type.</summary>
    [Parameter(ParameterSetName = LayersSet)]
    public Precision Precision { get; set; }

    /// <summary>Gives the C# declaration in place of the model.</summary>
    [Parameter(ParameterSetName = LayersSet)]
    public SwitchParameter AsSource { get; set; }

    /// <summary>A C# file.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PathSet)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>What the first parameters are drawn from.</summary>
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

        string? Place(DeclarationDiagnostic diagnostic) =>
            declaration.LayerAt(diagnostic.Line) is { } layer ? layers[layer].Position.ToString() : null;
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

    private CompiledDeclaration Compile(string source, Func<DeclarationDiagnostic, string?> place)
    {
        string Text(DeclarationDiagnostic diagnostic) =>
            $"{(place(diagnostic) is { } position ? $"{position}: " : string.Empty)}{diagnostic.Id}: {diagnostic.Message}";
        try
        {
            CompiledDeclaration declaration = Compiler.Value.Compile(source, this.Cancellation);
            foreach (DeclarationDiagnostic warning in declaration.Warnings)
            {
                this.WriteWarning(Text(warning));
            }

            this.WriteVerbose(declaration.IsFromCache ? "The declaration was compiled before." : "The declaration was compiled.");
            return declaration;
        }
        catch (DeclarationException error) when (error.Diagnostics.Count > 0)
        {
            throw new CommandErrorException(
                error.Diagnostics[0].Id, ErrorCategory.ParserError, this.ErrorTarget, string.Join("\n", error.Diagnostics.Select(Text)), error);
        }
        catch (DeclarationException error)
        {
            throw new CommandErrorException("InvalidDeclaration", ErrorCategory.ParserError, this.ErrorTarget, error.Message, error);
        }
    }

    private void WriteModel(CompiledNetwork network) => this.WriteObject(new NetModel(network, this.Seed));
}
