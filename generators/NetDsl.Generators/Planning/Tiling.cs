namespace NetDsl.Generators.Planning;

/// <summary>How a contraction is cut into register tiles on one target.</summary>
/// <param name="Lanes">The elements of its vectors; 1 for no vectors.</param>
/// <param name="Outer">The loops over rows that stay around the tiles.</param>
/// <param name="RowTiles">The tiles along the rows; for samples as rows the rows are the samples, and what is left is done by pairs and one by one.</param>
/// <param name="ColumnTiles">The tiles along the columns.</param>
/// <param name="TwoRowTiles">The tiles along the columns for two samples.</param>
/// <param name="OneRowTiles">The tiles along the columns for a single row, which have registers for more of them.</param>
/// <param name="SampleBlock">For samples as terms, those whose terms every tile adds before any goes on to the next.</param>
internal sealed record Tiling(
    int Lanes,
    EquatableArray<Loop> Outer,
    EquatableArray<RowTile> RowTiles,
    EquatableArray<ColumnTile> ColumnTiles,
    EquatableArray<ColumnTile> TwoRowTiles,
    EquatableArray<ColumnTile> OneRowTiles,
    int SampleBlock = 0)
{
    /// <summary>The tiles that the outer loops and the row tiles make, each of which can be computed on its own.</summary>
    public int Items => this.Outer.Aggregate(1, (n, loop) => n * loop.Extent) * this.RowTiles.Sum(t => t.Tiles);
}
