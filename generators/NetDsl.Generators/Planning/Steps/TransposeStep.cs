namespace NetDsl.Generators.Planning.Steps;

/// <summary>
/// Writes the transpose of a kernel, in the panels that a pass reads: block by block, each a range of the
/// kernel's rows that becomes a range of columns.
/// </summary>
/// <param name="Source">The kernel.</param>
/// <param name="SourceColumns">Its columns.</param>
/// <param name="Rows">The rows of each block of the kernel.</param>
/// <param name="SourceRow">The first row of the first block.</param>
/// <param name="Destination">The transpose.</param>
/// <param name="DestinationColumns">The columns of the transpose.</param>
/// <param name="DestinationRow">Where the first block starts in the transpose.</param>
/// <param name="DestinationColumn">Likewise.</param>
/// <param name="Blocks">The loops over blocks: A is the step in the kernel's rows, B in the transpose's rows, C in its columns.</param>
internal sealed record TransposeStep(
    string Name,
    string Comment,
    Operand Source,
    Columns SourceColumns,
    int Rows,
    int SourceRow,
    Operand Destination,
    Columns DestinationColumns,
    int DestinationRow,
    int DestinationColumn,
    EquatableArray<Loop> Blocks) : Step(Name, Comment)
{
    public override IEnumerable<Operand> Operands => [this.Source, this.Destination];

    /// <summary>The panels of the kernel.</summary>
    public override int Items(ElementType element) => (this.SourceColumns.Count + element.PanelWidth - 1) / element.PanelWidth;
}
