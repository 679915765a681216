namespace NetDsl.Generators.Planning.Steps;

/// <summary>Copies a tensor between two layouts.</summary>
internal sealed record CopyStep(string Name, string Comment, TensorView Source, TensorView Destination) : Step(Name, Comment)
{
    /// <summary>Whether the values are added to what is there.</summary>
    public bool Accumulate { get; init; }

    public override IEnumerable<Operand> Operands => [this.Source.Base, this.Destination.Base];
}
