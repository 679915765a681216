namespace NetDsl.Generators.Shapes.Layers;

/// <summary>The part of a recurrent layer that goes along the steps: from what the gates take from the input to the states.</summary>
internal sealed record RecurrenceNode(RecurrentCell Cell, bool UseBias, bool ReturnSequences, bool GoBackwards) : LayerNode
{
    /// <summary>The steps.</summary>
    public int Steps => this.InputShape[this.InputShape.Rank - 2];
}
