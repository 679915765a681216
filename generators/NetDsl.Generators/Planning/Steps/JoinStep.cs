using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning.Steps;

/// <summary>Makes one value of those that several tensors of one shape have at each place; of a single one, a copy.</summary>
/// <param name="Join">How.</param>
/// <param name="Sources">The tensors.</param>
/// <param name="Destination">What comes of them.</param>
internal sealed record JoinStep(string Name, string Comment, JoinKind Join, EquatableArray<TensorView> Sources, TensorView Destination)
    : Step(Name, Comment)
{
    public override IEnumerable<Operand> Operands => this.Sources.Select(source => source.Base).Append(this.Destination.Base);
}
