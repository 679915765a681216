namespace NetDsl.Generators.Shapes.Layers;

/// <summary>
/// A recurrent layer. Parameters: kernel [features, gates units], recurrent_kernel [units, gates units] and, where it has one, bias [gates units],
/// or [2, gates units] with one for the product with the state; for both directions all of them twice. What the gates take from the input is a dense
/// layer over all steps at once; the <see cref="RecurrenceNode"/> goes along them.
/// </summary>
internal sealed record RecurrentNode(RecurrentCell Cell, bool UseBias, bool ReturnSequences, bool GoBackwards, bool IsBidirectional) : LayerNode
{
    /// <summary>What the names of the parameters for the way back from the end begin with.</summary>
    public const string BackwardPrefix = "backward_";

    private const int LayerInput = -1;

    public override IReadOnlyList<LayerNode> Parts => this.IsBidirectional
        ?
        [
            .. this.Direction(this.Name + "_forward", 0, isBackward: this.GoBackwards),
            .. this.Direction(this.Name + "_backward", 2, isBackward: !this.GoBackwards).Select(part => part with { ParameterPrefix = BackwardPrefix }),
            new ConcatenateNode(this.OutputShape.Rank - 1)
            {
                Name = this.Name,
                Kind = this.Kind,
                Inputs = this.Inputs,
                PartInputs = new([1, 3]),
                InputShapes = new([this.StatesShape, this.StatesShape]),
                OutputShape = this.OutputShape,
            },
        ]
        : this.Direction(this.Name, 0, this.GoBackwards);

    private Shape StatesShape => new([.. this.OutputShape.Extents.Take(this.OutputShape.Rank - 1), this.Cell.Units]);

    private LayerNode[] Direction(string name, int firstPart, bool isBackward)
    {
        Shape gates = new([.. this.InputShape.Extents.Take(this.InputShape.Rank - 1), this.Cell.Columns]);
        return
        [
            new DenseNode(this.Cell.Columns, this.UseBias)
            {
                Name = name + "_gates",
                Kind = "Dense",
                Inputs = this.Inputs,
                PartInputs = new([LayerInput]),
                InputShapes = this.InputShapes,
                OutputShape = gates,
                Flops = 2L * this.InputShape.Size * this.Cell.Columns,
            },
            new RecurrenceNode(this.Cell, this.UseBias, this.ReturnSequences, isBackward, KeepsOrder: this.IsBidirectional && isBackward != this.GoBackwards)
            {
                Name = name,
                Kind = this.Kind,
                Inputs = this.Inputs,
                PartInputs = new([firstPart]),
                InputShapes = new([gates]),
                OutputShape = this.StatesShape,
                Flops = 2L * this.Cell.Units * gates.Size,
            },
        ];
    }
}
