namespace NetDsl.Generators.Shapes.Layers;

/// <summary>The part of a recurrent layer that goes along the steps: from what the gates take from the input to the states.</summary>
/// <param name="Cell">What it computes at each.</param>
/// <param name="UseBias">Whether the layer has a bias.</param>
/// <param name="ReturnSequences">Whether all states are its output, and not only the last.</param>
/// <param name="GoBackwards">Whether the last step is taken first.</param>
/// <param name="KeepsOrder">Whether the states lie in the order of the steps of the other direction, and not in that in which they were made.</param>
internal sealed record RecurrenceNode(RecurrentCell Cell, bool UseBias, bool ReturnSequences, bool GoBackwards, bool KeepsOrder) : LayerNode
{
    /// <summary>The steps.</summary>
    public int Steps => this.InputShape[this.InputShape.Rank - 2];
}
