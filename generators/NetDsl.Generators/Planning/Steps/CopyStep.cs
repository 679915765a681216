namespace NetDsl.Generators.Planning.Steps;

/// <summary>Copies a tensor between two layouts.</summary>
internal sealed record CopyStep(string Name, string Comment, TensorView Source, TensorView Destination) : Step(Name, Comment)
{
    public override IEnumerable<Operand> Operands => [this.Source.Base, this.Destination.Base];
}
