using NetDsl.Training;

namespace NetDsl.PowerShell;

/// <summary>What a model is: its layers, sizes and cost, and what it was trained on.</summary>
public sealed class NetModelSummary
{
    private readonly NetworkSummary summary;

    internal NetModelSummary(NetModel model, string? path)
    {
        this.summary = model.Network.Summary;
        this.Layers = this.summary.Layers.Select((layer, i) => new NetModelLayer(layer, this.summary.FeedersOf(i))).ToArray();
        this.Path = path;
        this.Seed = model.Seed;
        this.EpochsTrained = model.EpochsTrained;
        this.Classes = model.Classes;
        this.FeatureNames = model.FeatureNames;
        this.TargetNames = model.TargetNames;
        this.Source = model.Source;
    }

    /// <summary>The name of the class.</summary>
    public string Name => this.summary.Name;

    /// <summary>The element type.</summary>
    public Precision Precision => this.summary.Precision;

    /// <summary>The inputs: names and shapes of one sample.</summary>
    public IReadOnlyList<InputSummary> Inputs => this.summary.Inputs;

    /// <summary>The outputs: names, shapes of one answer, losses.</summary>
    public IReadOnlyList<OutputSummary> Outputs => this.summary.Outputs;

    /// <summary>The layers in order.</summary>
    public IReadOnlyList<NetModelLayer> Layers { get; }

    /// <summary>The number of values of all parameters.</summary>
    public long Parameters => this.summary.ParameterCount;

    /// <summary>How many of them training changes.</summary>
    public long TrainableParameters => this.summary.TrainableParameterCount;

    /// <summary>How many of them it does not: statistics of the data.</summary>
    public long NonTrainableParameters => this.summary.NonTrainableParameterCount;

    /// <summary>The bytes of all parameters.</summary>
    public long Bytes => this.summary.ParameterBytes;

    /// <summary>Floating-point operations of one sample's forward pass.</summary>
    public long Flops => this.summary.Flops;

    /// <summary>The epochs it was trained for.</summary>
    public int EpochsTrained { get; }

    /// <summary>What the first parameters were drawn from.</summary>
    public ulong Seed { get; }

    /// <summary>The names of the classes it was trained on, or null.</summary>
    public IReadOnlyList<string>? Classes { get; }

    /// <summary>The names of the features it was trained on, in order, or null.</summary>
    public IReadOnlyList<string>? FeatureNames { get; }

    /// <summary>The names of the targets it was trained on, or null.</summary>
    public IReadOnlyList<string>? TargetNames { get; }

    /// <summary>The C# that declares it.</summary>
    public string Source { get; }

    /// <summary>The file it was read from, or null.</summary>
    public string? Path { get; }

    /// <summary>The table of layers, and the totals.</summary>
    public override string ToString() => this.summary.ToString();
}
