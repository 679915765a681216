namespace NetDsl.Generators.Planning;

/// <summary>What the planner knows of one layer's output while it plans.</summary>
internal sealed class Tensor
{
    private readonly Tensor root;
    private TensorView? delta;
    private int readers;
    private int contributions;
    private bool isDerivativeApplied;

    /// <param name="values">Where the values lie.</param>
    /// <param name="activation">The activation that made them, a member of the Activation enum; its derivative is owed on the way back.</param>
    /// <param name="isInput">Whether only the gradient of the samples is made of its gradient.</param>
    public Tensor(TensorView values, string activation, bool isInput = false)
    {
        this.root = this;
        this.Values = values;
        this.Activation = activation;
        this.IsInput = isInput;
    }

    private Tensor(Tensor root)
    {
        this.root = root.root;
        this.Values = root.Values.Flattened();
        this.Activation = root.Activation;
        this.IsInput = root.IsInput;
    }

    public TensorView Values { get; }

    public string Activation { get; }

    public bool IsInput { get; }

    /// <summary>Where the gradient lies, seen as the values are.</summary>
    public TensorView? Delta
    {
        get => ReferenceEquals(this.root, this) ? this.delta : this.root.delta?.Flattened();
        set => this.root.delta = value;
    }

    /// <summary>The steps that read the values, and so add to the gradient.</summary>
    public int Readers
    {
        get => this.root.readers;
        set => this.root.readers = value;
    }

    /// <summary>How many of them have been planned to add to the gradient.</summary>
    public int Contributions
    {
        get => this.root.contributions;
        set => this.root.contributions = value;
    }

    /// <summary>Whether the derivative of the activation has been multiplied into the gradient.</summary>
    public bool IsDerivativeApplied
    {
        get => this.root.isDerivativeApplied;
        set => this.root.isDerivativeApplied = value;
    }

    /// <summary>The same memory looked at as one axis.</summary>
    public Tensor Flattened() => new(this);
}
