using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning.Steps;

/// <summary>Where the reset gate comes before the product with the recurrent kernel: what it lets through of the state before.</summary>
/// <param name="Cell">What it computes.</param>
/// <param name="Gates">The sums of the gates; then what they let through, but for the candidate's.</param>
/// <param name="Product">The product of the state before with its kernel.</param>
/// <param name="Previous">The state before.</param>
/// <param name="Copy">Where it is copied, next to <paramref name="Kept"/>.</param>
/// <param name="Kept">What the reset gate lets through of it.</param>
internal sealed record ResetGateStep(
    string Name, string Comment, RecurrentCell Cell, TensorView Gates, TensorView Product, TensorView Previous, TensorView Copy, TensorView Kept)
    : Step(Name, Comment)
{
    public override IEnumerable<Operand> Operands => [this.Gates.Base, this.Product.Base, this.Previous.Base, this.Copy.Base, this.Kept.Base];
}
