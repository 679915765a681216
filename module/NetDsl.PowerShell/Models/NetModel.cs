using NetDsl.Compilation;
using NetDsl.Training;

namespace NetDsl.PowerShell;

/// <summary>A network in a session: what was declared, and the parameters it has now.</summary>
public sealed class NetModel
{
    /// <summary>A model of a network.</summary>
    /// <param name="network">The network, with its parameters.</param>
    /// <param name="source">The C# that declares it.</param>
    /// <param name="seed">What the parameters were drawn from.</param>
    /// <param name="owner">What must stay alive with it, or null.</param>
    internal NetModel(INetwork network, string source, ulong seed, object? owner)
    {
        this.Network = network;
        this.Source = source;
        this.Seed = seed;
        this.Owner = owner;
        this.Engine = ModelEngine.For(network);
    }

    /// <summary>A model of a network that was compiled here, with fresh parameters.</summary>
    internal NetModel(CompiledNetwork compiled, ulong seed)
        : this(compiled.Create(seed), compiled.Source, seed, compiled)
    {
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

    /// <summary>The names of the features it was trained on, in order, or null.</summary>
    public IReadOnlyList<string>? FeatureNames { get; internal set; }

    /// <summary>The names of the targets it was trained on, or null.</summary>
    public IReadOnlyList<string>? TargetNames { get; internal set; }

    /// <summary>The C# that declares it.</summary>
    public string Source { get; }

    /// <summary>The network itself, for what has no command.</summary>
    public INetwork Network { get; }

    /// <summary>Kept, so that the compiled code stays loaded as long as the model is there.</summary>
    internal object? Owner { get; }

    internal ModelEngine Engine { get; }

    /// <inheritdoc/>
    public override string ToString() => this.Name;
}
