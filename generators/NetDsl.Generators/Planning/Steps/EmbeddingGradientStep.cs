namespace NetDsl.Generators.Planning.Steps;

/// <summary>
/// Sums the gradients of the rows of a table over all samples and places that took them. The table is cut into parts, each an item that
/// goes over all numbers in their order and sums those of its rows, so that the order of a sum does not depend on the threads.
/// </summary>
/// <param name="Numbers">How many rows the table has.</param>
/// <param name="Width">The elements of a row, padding included.</param>
/// <param name="Source">The numbers.</param>
/// <param name="Delta">The gradients of what was copied.</param>
/// <param name="Destination">The gradient of the table.</param>
/// <param name="Places">The loops over the numbers of a sample: A moves in the source, C in the gradients.</param>
internal sealed record EmbeddingGradientStep(
    string Name, string Comment, int Numbers, int Width, Operand Source, Operand Delta, Operand Destination, EquatableArray<Loop> Places)
    : Step(Name, Comment)
{
    /// <summary>Reading all numbers costs a few percent of adding their rows; more parts than this would make it a good part of the
    /// work.</summary>
    private const int MostItems = 4;

    /// <summary>The parts of the table.</summary>
    public override int Items(ElementType element) => Math.Min(this.Numbers, MostItems);

    public override IEnumerable<Operand> Operands => [this.Source, this.Delta, this.Destination];
}
