namespace NetDsl.Generators.Shapes.Layers;

/// <summary>
/// A recurrent layer. Parameters: kernel [features, gates units], recurrent_kernel [units, gates units] and, where it has one, bias [gates units],
/// or [2, gates units] with one for the product with the state. What the gates take from the input is a dense layer over all steps at once; the
/// <see cref="RecurrenceNode"/> goes along them.
/// </summary>
internal sealed record RecurrentNode(RecurrentCell Cell, bool UseBias, bool ReturnSequences, bool GoBackwards) : LayerNode
{
    public override IReadOnlyList<LayerNode> Parts
    {
        get
        {
            Shape gates = new([.. this.InputShape.Extents.Take(this.InputShape.Rank - 1), this.Cell.Columns]);
            return
            [
                new DenseNode(this.Cell.Columns, this.UseBias)
                {
                    Name = this.Name + "_gates",
                    Layer = this.Name,
                    Owner = this.Owner,
                    Kind = "Dense",
                    Inputs = this.Inputs,
                    InputShapes = this.InputShapes,
                    OutputShape = gates,
                    Flops = 2L * this.InputShape.Size * this.Cell.Columns,
                },
                new RecurrenceNode(this.Cell, this.UseBias, this.ReturnSequences, this.GoBackwards)
                {
                    Name = this.Name,
                    Owner = this.Owner,
                    Kind = this.Kind,
                    Inputs = this.Inputs,
                    InputShapes = new([gates]),
                    OutputShape = this.OutputShape,
                    Flops = 2L * this.Cell.Units * gates.Size,
                },
            ];
        }
    }
}
