namespace NetDsl.Generators.Planning.Steps;

/// <summary>Writes each channel several times, one after the other.</summary>
/// <param name="Times">How many times.</param>
/// <param name="Source">What is read.</param>
/// <param name="Destination">The result, with so many times as many channels.</param>
internal sealed record RepeatChannelsStep(string Name, string Comment, int Times, TensorView Source, TensorView Destination) : Step(Name, Comment)
{
    public override IEnumerable<Operand> Operands => [this.Source.Base, this.Destination.Base];
}
