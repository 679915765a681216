using NetDsl.Generators.Shapes;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning.Layers;

/// <summary>
/// What a recurrent layer keeps of each step, besides what its gates take from the input: the same on the way forward, which makes the buffers, and on
/// the way back.
/// </summary>
internal sealed class RecurrentBuffers
{
    // States and memories have a place before the first step, which is zero.
    private static readonly Halo BeforeTheFirst = new([new Margin(1, 0)]);

    private readonly RecurrenceNode node;
    private readonly PlanBuilder builder;

    public RecurrentBuffers(RecurrenceNode node, PlanBuilder builder)
    {
        this.node = node;
        this.builder = builder;
        TensorView gates = builder.InputOf(node).Values;
        this.Gates = node.GoBackwards ? gates.Reversed() : gates;
    }

    /// <summary>The sums of the gates, then what they let through, then the gradient of the sums; in the order in which the steps are taken.</summary>
    public TensorView Gates { get; }

    /// <summary>The states, of which the output is a part, in the order in which they are made.</summary>
    public TensorView States => this.node.ReturnSequences
        ? this.InOrder(this.builder.TensorOf(this.node).Values)
        : this.View("states", BeforeTheFirst, this.node.Steps, this.node.Cell.Units);

    /// <summary>The gradient of the output, in the order in which the states are made where they all are the output.</summary>
    public TensorView Delta => this.node.ReturnSequences ? this.InOrder(this.builder.TensorOf(this.node).Delta!) : this.builder.TensorOf(this.node).Delta!;

    /// <summary>The memories; null for a cell without.</summary>
    public TensorView? Memories => this.node.Cell.Kind == RecurrentCellKind.LongShortTerm
        ? this.View("memories", BeforeTheFirst, this.node.Steps, this.node.Cell.Units)
        : null;

    /// <summary>
    /// The products with the recurrent kernel where they are not added to the sums of the gates: of the states, and, where the reset gate comes before
    /// the product, in a plane of their own those of the states that it lets through. Otherwise null.
    /// </summary>
    public TensorView? Inner => this.node.Cell.Kind switch
    {
        RecurrentCellKind.GatedResetAfter => this.View("inner", default, this.node.Steps, this.node.Cell.Columns),
        RecurrentCellKind.GatedResetBefore => this.View("inner", default, 2, this.node.Steps, this.node.Cell.Columns),
        _ => null,
    };

    /// <summary>Where the reset gate comes before the product: the states before and, in a plane of their own, what it lets through of them.</summary>
    public TensorView? Factors => this.node.Cell.Kind == RecurrentCellKind.GatedResetBefore
        ? this.View("factors", default, 2, this.node.Steps, this.node.Cell.Units)
        : null;

    /// <summary>Makes what the way forward needs, the output included.</summary>
    public void AddForward()
    {
        Halo beforeTheFirst = this.node.KeepsOrder ? new([new Margin(0, 1)]) : BeforeTheFirst;
        this.builder.AddOutput(this.node, own: this.node.ReturnSequences ? beforeTheFirst : default);
        string sequences = $"{this.node.Steps} steps of {this.node.Name}";
        if (!this.node.ReturnSequences)
        {
            this.Add("states", $"states of {sequences}", BeforeTheFirst, this.node.Steps, this.node.Cell.Units);
        }

        switch (this.node.Cell.Kind)
        {
            case RecurrentCellKind.LongShortTerm:
                this.Add("memories", $"memories of {sequences}", BeforeTheFirst, this.node.Steps, this.node.Cell.Units);
                break;
            case RecurrentCellKind.GatedResetAfter:
                this.Add("inner", $"states of {sequences} . recurrent kernel; on the way back its gradient", default, this.node.Steps, this.node.Cell.Columns);
                break;
            case RecurrentCellKind.GatedResetBefore:
                this.Add("inner", $"states of {sequences} . recurrent kernel, before and after the reset gate; on the way back its gradient", default, 2, this.node.Steps, this.node.Cell.Columns);
                this.Add("factors", $"states of {sequences}, before and after the reset gate", default, 2, this.node.Steps, this.node.Cell.Units);
                break;
        }
    }

    /// <summary>Makes a buffer with one state for each sequence.</summary>
    public TensorView AddState(string name, string comment) => this.Add(name, comment, default, this.node.Cell.Units);

    private TensorView Add(string name, string comment, Halo halo, params int[] extents) =>
        this.builder.AddBuffer($"{this.node.Name}_{name}", comment, this.ShapeOf(extents), halo);

    private TensorView View(string name, Halo halo, params int[] extents) =>
        TensorView.Of(this.ShapeOf(extents), Memory.Batch, $"{this.node.Name}_{name}", halo, padded: true, this.builder.Element);

    private TensorView InOrder(TensorView states) => this.node.KeepsOrder ? states.Reversed() : states;

    private Shape ShapeOf(int[] extents) => new([.. this.node.InputShape.Extents.Take(this.node.InputShape.Rank - 2), .. extents]);
}
