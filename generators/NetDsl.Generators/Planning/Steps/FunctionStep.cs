using NetDsl.Generators.Shapes;

namespace NetDsl.Generators.Planning.Steps;

/// <summary>Applies a function of each value, from one tensor into another.</summary>
/// <param name="Function">The member of the Activation enum; Linear for a copy.</param>
/// <param name="Settings">What it was given.</param>
internal sealed record FunctionStep(
    string Name, string Comment, string Function, ActivationSettings Settings, TensorView Source, TensorView Destination) : Step(Name, Comment)
{
    public override IEnumerable<Operand> Operands => [this.Source.Base, this.Destination.Base];
}
