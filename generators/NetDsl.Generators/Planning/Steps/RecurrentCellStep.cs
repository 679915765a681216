using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning.Steps;

/// <summary>
/// Makes the state of one step of a recurrent layer from the sums of its gates, in vectors along the units, and keeps what the gates let
/// through in the place of their sums.
/// </summary>
/// <param name="Cell">What it computes.</param>
/// <param name="Gates">The sums of the gates, side by side.</param>
/// <param name="Inner">The product of the state before with its kernel, where it is kept apart; null where it is among the sums.</param>
/// <param name="Previous">The state before.</param>
/// <param name="State">The state that comes of it.</param>
/// <param name="PreviousMemory">The memory before; null for a cell without.</param>
/// <param name="Memory">The memory that comes of it; null for a cell without.</param>
internal sealed record RecurrentCellStep(
    string Name,
    string Comment,
    RecurrentCell Cell,
    TensorView Gates,
    TensorView? Inner,
    TensorView Previous,
    TensorView State,
    TensorView? PreviousMemory,
    TensorView? Memory) : Step(Name, Comment)
{
    public override IEnumerable<Operand> Operands =>
        new[] { this.Gates, this.Inner, this.Previous, this.State, this.PreviousMemory, this.Memory }.OfType<TensorView>().Select(view => view.Base);
}
