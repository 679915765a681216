namespace NetDsl.Generators.Planning.Steps;

/// <summary>Copies the row of a table for each whole number.</summary>
/// <param name="Numbers">How many rows the table has.</param>
/// <param name="Width">The elements of a row, padding included.</param>
/// <param name="Table">The table, row after row.</param>
/// <param name="Source">The numbers.</param>
/// <param name="Destination">The rows.</param>
/// <param name="Places">The loops over the numbers of a sample: A moves in the source, C in the destination, B counts them.</param>
internal sealed record EmbeddingStep(
    string Name, string Comment, int Numbers, int Width, Operand Table, Operand Source, Operand Destination, EquatableArray<Loop> Places)
    : Step(Name, Comment)
{
    public override IEnumerable<Operand> Operands => [this.Table, this.Source, this.Destination];
}
