using NetDsl.Generators.Shapes;

namespace NetDsl.Generators.Planning.Steps;

/// <summary>Multiplies a gradient by the derivative of a function of each value, from one tensor into another.</summary>
/// <param name="Function">The member of the Activation enum; Linear for a copy.</param>
/// <param name="Settings">What it was given.</param>
/// <param name="Delta">The gradient of what the function gave.</param>
/// <param name="Values">What its derivative takes.</param>
/// <param name="Destination">Where the gradient of what it took goes; may be the memory of the values.</param>
/// <param name="Accumulate">Whether it is added to what is there.</param>
internal sealed record FunctionGradientStep(
    string Name,
    string Comment,
    string Function,
    ActivationSettings Settings,
    TensorView Delta,
    TensorView Values,
    TensorView Destination,
    bool Accumulate) : Step(Name, Comment)
{
    public override IEnumerable<Operand> Operands => [this.Delta.Base, this.Values.Base, this.Destination.Base];
}
