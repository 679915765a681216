namespace NetDsl.Generators.Planning.Steps;

/// <summary>
/// Steps that are done in each turn of a loop, one turn after the other for the same samples: what one turn writes the next reads.
/// Operands with an <see cref="Operand.TurnStride"/> move from turn to turn.
/// </summary>
/// <param name="Turns">The number of turns.</param>
/// <param name="IsBackward">Whether the last turn is taken first.</param>
/// <param name="Steps">What is done in each.</param>
internal sealed record LoopStep(string Name, string Comment, int Turns, bool IsBackward, EquatableArray<Step> Steps) : Step(Name, Comment)
{
    public override IEnumerable<Operand> Operands => this.Steps.SelectMany(step => step.Operands);

    public override bool IsBySample => this.Steps.All(step => step.IsBySample);
}
