using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning.Steps;

/// <summary>The largest value of each window.</summary>
internal sealed record MaxPoolingStep(string Name, string Comment, Window Vertical, Window Horizontal, TensorView Source, TensorView Destination)
    : Step(Name, Comment)
{
    public override IEnumerable<Operand> Operands => [this.Source.Base, this.Destination.Base];
}
