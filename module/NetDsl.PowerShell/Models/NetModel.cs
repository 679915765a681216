using NetDsl.Compilation;
using NetDsl.Training;

namespace NetDsl.PowerShell;

/// <summary>A network in a session: what was declared, and the parameters it has now.</summary>
public sealed class NetModel
{
    internal NetModel(CompiledNetwork compiled, ulong seed)
    {
        this.Compiled = compiled;
        this.Seed = seed;
        this.Network = compiled.Create(seed);
        this.Engine = ModelEngine.For(this.Network);
    }

    /// <summary>The name of the class.</summary>
    public string Name => this.Network.Summary.Name;

    /// <summary>The extents of one sample.</summary>
    public IReadOnlyList<int> InputShape => this.Network.Summary.InputShape;

    /// <summary>The extents of one answer.</summary>
    public IReadOnlyList<int> OutputShape => this.Network.Summary.OutputShape;

    /// <summary>The layers: names, kinds, shapes, parameters, FLOPs.</summary>
    public IReadOnlyList<LayerSummary> Layers => this.Network.Summary.Layers;

    /// <summary>What training makes small.</summary>
    public Loss Loss => this.Network.Summary.Loss;

    /// <summary>The element type.</summary>
    public Precision Precision => this.Network.Summary.Precision;

    /// <summary>The number of trained values.</summary>
    public long Parameters => this.Network.Summary.ParameterCount;

    /// <summary>Floating-point operations of one sample's forward pass.</summary>
    public long Flops => this.Network.Summary.Flops;

    /// <summary>What the parameters were drawn from.</summary>
    public ulong Seed { get; }

    /// <summary>The epochs it was trained for.</summary>
    public int EpochsTrained { get; internal set; }

    /// <summary>The names of the classes it was trained on, or null.</summary>
    public IReadOnlyList<string>? Classes { get; internal set; }

    /// <summary>The C# that declares it.</summary>
    public string Source => this.Compiled.Declaration.Source;

    /// <summary>The network itself, for what has no command.</summary>
    public INetwork Network { get; }

    /// <summary>Kept, so that the compiled code stays loaded as long as the model is there.</summary>
    internal CompiledNetwork Compiled { get; }

    internal ModelEngine Engine { get; }

    /// <inheritdoc/>
    public override string ToString() => this.Name;
}
