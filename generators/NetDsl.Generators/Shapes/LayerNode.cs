namespace NetDsl.Generators.Shapes;

/// <summary>A layer with everything known: who feeds it, its shapes and its parameters. Each kind of layer derives its own.</summary>
internal abstract record LayerNode
{
    private readonly string? layer;
    private readonly string? owner;

    /// <summary>The layer's name: the one given, or its kind and an index, conv2d_0.</summary>
    public required string Name { get; init; }

    /// <summary>The attribute's name without "Attribute".</summary>
    public required string Kind { get; init; }

    /// <summary>The nodes that feed it, by their place in <see cref="NetworkGraph.Nodes"/>.</summary>
    public required EquatableArray<int> Inputs { get; init; }

    public required EquatableArray<Shape> InputShapes { get; init; }

    public required Shape OutputShape { get; init; }

    public EquatableArray<ParameterNode> Parameters { get; init; } = EquatableArray<ParameterNode>.Empty;

    /// <summary>Floating-point operations of one sample's forward pass, a multiplication and an addition counted as two.</summary>
    public long Flops { get; init; }

    /// <summary>The member of the Activation enum that the layer ends with.</summary>
    public string Activation { get; init; } = "Linear";

    /// <summary>The declared layer that it is a part of; itself, unless it is one of the <see cref="Parts"/> of another.</summary>
    public string Layer
    {
        get => this.layer ?? this.Name;
        init => this.layer = value;
    }

    /// <summary>The layer whose parameters it uses; its own, unless it shares another's.</summary>
    public string Owner
    {
        get => this.owner ?? this.Layer;
        init => this.owner = value;
    }

    /// <summary>Whether other layers use the same parameters.</summary>
    public bool IsShared { get; init; }

    /// <summary>
    /// The simpler layers that it is planned as, each taking what the one before it gives unless it says otherwise: the first takes this one's input,
    /// the last gives its output. All but the last have names of their own and say which <see cref="Layer"/> they are a part of.
    /// </summary>
    public virtual IReadOnlyList<LayerNode> Parts => [this];

    /// <summary>
    /// Of one of the <see cref="Parts"/>, those of them that it takes, counted from 0, and -1 for the layer's input; the one before it where there
    /// are none.
    /// </summary>
    public EquatableArray<int> PartInputs { get; init; } = EquatableArray<int>.Empty;

    /// <summary>What the names of the parameters that it uses begin with, where a part uses others than their simple names say.</summary>
    public string ParameterPrefix { get; init; } = "";

    /// <summary>Whether its output is, but for noise, its input's values along the same last dimension, so that a loss sees the layer before it.</summary>
    public virtual bool KeepsValues => false;

    public Shape InputShape => this.InputShapes[0];
}
