using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning.Steps;

/// <summary>Hands the gradient of what a reset gate let through to the gate and to the state before.</summary>
/// <param name="Cell">What it computed.</param>
/// <param name="Gates">The gradient of the sums of the gates, but for the reset gate's, which takes the place of what it let
/// through.</param>
/// <param name="Product">The gradient of the product of the state before with its kernel, which is made here.</param>
/// <param name="Previous">The state before.</param>
/// <param name="Kept">The gradient of what the gate let through.</param>
/// <param name="Carry">The gradient of the state before, which is added to.</param>
internal sealed record ResetGateGradientStep(
    string Name, string Comment, RecurrentCell Cell, TensorView Gates, TensorView Product, TensorView Previous, TensorView Kept, TensorView Carry)
    : Step(Name, Comment)
{
    public override IEnumerable<Operand> Operands => [this.Gates.Base, this.Product.Base, this.Previous.Base, this.Kept.Base, this.Carry.Base];
}
