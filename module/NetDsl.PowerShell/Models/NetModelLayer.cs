using NetDsl.Training;

namespace NetDsl.PowerShell;

/// <summary>A layer of a model's summary.</summary>
public sealed class NetModelLayer
{
    internal NetModelLayer(LayerSummary layer, IReadOnlyList<string> connectedTo)
    {
        this.Name = layer.Name;
        this.Kind = layer.Kind;
        this.OutputShape = layer.OutputShape;
        this.Parameters = layer.Parameters;
        this.NonTrainableParameters = layer.NonTrainableParameters;
        this.Flops = layer.Flops;
        this.ConnectedTo = connectedTo;
    }

    /// <summary>Its name, conv2d_0.</summary>
    public string Name { get; }

    /// <summary>Its kind, Conv2D.</summary>
    public string Kind { get; }

    /// <summary>The extents of its output for one sample.</summary>
    public IReadOnlyList<int> OutputShape { get; }

    /// <summary>The number of values of its parameters.</summary>
    public long Parameters { get; }

    /// <summary>How many of them training does not change.</summary>
    public long NonTrainableParameters { get; }

    /// <summary>Floating-point operations of one sample's forward pass.</summary>
    public long Flops { get; }

    /// <summary>The names of the layers and inputs that feed it.</summary>
    public IReadOnlyList<string> ConnectedTo { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{this.Name} ({this.Kind})";
}
