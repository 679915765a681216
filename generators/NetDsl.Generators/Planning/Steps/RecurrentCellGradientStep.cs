using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning.Steps;

/// <summary>
/// Makes the gradient of the sums of a recurrent layer's gates at one step, in their place, from that of the state, and the part of the
/// gradient of the state before that does not go through its kernel.
/// </summary>
/// <param name="Cell">What the step computed.</param>
/// <param name="Gates">What the gates let through; then the gradient of their sums.</param>
/// <param name="Inner">The product of the state before with its kernel, then its gradient; null where it is among the sums.</param>
/// <param name="Previous">The state before.</param>
/// <param name="State">The state that came of it.</param>
/// <param name="PreviousMemory">The memory before; null for a cell without.</param>
/// <param name="Memory">The memory that came of it; null for a cell without.</param>
/// <param name="Delta">The gradient of the state as an output; null where only the last is one, whose gradient <paramref name="Carry"/>
/// begins with.</param>
/// <param name="Carry">The gradient of the state as what the next step took; then that of the state before.</param>
/// <param name="MemoryCarry">The gradient of the memory as what the next step took; then that of the memory before; null for a cell
/// without.</param>
/// <param name="LastTurn">The turn of the last step, after which no other took its state.</param>
internal sealed record RecurrentCellGradientStep(
    string Name,
    string Comment,
    RecurrentCell Cell,
    TensorView Gates,
    TensorView? Inner,
    TensorView Previous,
    TensorView State,
    TensorView? PreviousMemory,
    TensorView? Memory,
    TensorView? Delta,
    TensorView Carry,
    TensorView? MemoryCarry,
    int LastTurn) : Step(Name, Comment)
{
    public override IEnumerable<Operand> Operands => new[]
    {
        this.Gates, this.Inner, this.Previous, this.State, this.PreviousMemory, this.Memory, this.Delta, this.Carry, this.MemoryCarry,
    }.OfType<TensorView>().Select(view => view.Base);
}
