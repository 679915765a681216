using System.Management.Automation;
using NetDsl.Compilation;
using NetDsl.Data;
using NetDsl.Interchange;
using NetDsl.Training;

namespace NetDsl.PowerShell;

/// <summary>A network in a session: what was declared, and the parameters it has now.</summary>
public sealed class NetModel
{
    private int isTraining;

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

    /// <summary>What the data that it was trained on were prepared by, or null; data as they come are prepared by it before it answers.</summary>
    public Preparation? Preparation { get; internal set; }

    /// <summary>The C# that declares it.</summary>
    public string Source { get; }

    /// <summary>The network itself, for what has no command.</summary>
    public INetwork Network { get; }

    /// <summary>Kept, so that the compiled code stays loaded as long as the model is there.</summary>
    internal object? Owner { get; }

    internal ModelEngine Engine { get; }

    /// <summary>Takes the model for a training; of two at once, each would undo the other's steps.</summary>
    /// <returns>False where another has it.</returns>
    internal bool TryBeginTraining() => Interlocked.Exchange(ref this.isTraining, 1) == 0;

    /// <summary>Gives the model back.</summary>
    internal void EndTraining() => Volatile.Write(ref this.isTraining, 0);

    /// <inheritdoc/>
    public override string ToString() => this.Name;

    /// <summary>Rows as the network takes them: those as they come are prepared as the ones that it learnt from, prepared ones are left as they are.</summary>
    /// <param name="data">The rows.</param>
    /// <exception cref="CommandErrorException">They cannot be prepared so, or were prepared in another way.</exception>
    /// <exception cref="DataFormatException">A value cannot be prepared; the message names row and column.</exception>
    internal RowSource Prepare(RowSource data)
    {
        Preparation? applied = data.Layout.Preparation;
        if (applied is null)
        {
            return this.Preparation is null ? data : Apply(this.Preparation, data, this);
        }

        bool isNew = this.Preparation is null && this.EpochsTrained == 0;
        return isNew || applied.Equals(this.Preparation)
            ? data
            : throw new CommandErrorException(
                "PreparationDiffers",
                ErrorCategory.InvalidData,
                this,
                $"{this.Name} has learnt from data that were " +
                (this.Preparation is null ? "not prepared" : $"prepared by {Steps(this.Preparation)}") +
                $"; these are prepared by {Steps(applied)}{(this.Preparation is null ? string.Empty : " with numbers or columns of their own")}. " +
                "Give the data as they come: the model prepares them itself where it has to.");
    }

    /// <summary>Data in memory as the network takes them: see <see cref="Prepare"/>.</summary>
    /// <param name="data">The data, or null.</param>
    internal Dataset? Prepared(Dataset? data) => data is null ? null : this.Prepare(RowSource.Of(data)).InMemory;

    /// <summary>Prepares rows, in memory or as they are read.</summary>
    /// <param name="preparation">By what.</param>
    /// <param name="data">The rows.</param>
    /// <param name="target">What an error is about.</param>
    /// <exception cref="CommandErrorException">They are not such as it was fitted to.</exception>
    internal static RowSource Apply(Preparation preparation, RowSource data, object target)
    {
        try
        {
            return data.InMemory is { } rows ? RowSource.Of(preparation.Apply(rows)) : preparation.Apply(data);
        }
        catch (ArgumentException error)
        {
            throw new CommandErrorException("DataDoNotFit", ErrorCategory.InvalidData, target, error.Message, error);
        }
    }

    private static string Steps(Preparation preparation) => string.Join(", ", preparation.Steps.Select(step => step.Name));

    /// <summary>What brings its answers back to the unit of the data, where the targets were scaled; otherwise null.</summary>
    internal Preparation? ScaledTargets => this.Preparation is { ScalesTargets: true } preparation
        && this.Network.Summary.OutputSize == this.Network.Summary.TargetSize ? preparation : null;

    /// <summary>What a file is to say of it.</summary>
    internal ModelDescription Describe() => new(this.Name, this.Precision)
    {
        // By itself: the source may be a file with more than this network.
        Declaration = this.Network.Summary.Declaration is { Length: > 0 } declaration ? declaration : null,
        Classes = this.Classes,
        FeatureNames = this.FeatureNames,
        TargetNames = this.TargetNames,
        EpochsTrained = this.EpochsTrained,
        Seed = this.Seed,
        Preparation = this.Preparation,
    };

    /// <summary>Takes over what a file says of the parameters that were loaded from it.</summary>
    internal void Take(ModelDescription description)
    {
        this.Classes = description.Classes;
        this.FeatureNames = description.FeatureNames;
        this.TargetNames = description.TargetNames;
        this.EpochsTrained = description.EpochsTrained;
        this.Preparation = description.Preparation;
    }
}
