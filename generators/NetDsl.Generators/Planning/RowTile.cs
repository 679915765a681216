namespace NetDsl.Generators.Planning;

/// <summary>Tiles of the same form, one after the other along the rows.</summary>
/// <param name="Tiles">How many.</param>
/// <param name="Start">Where the first is.</param>
/// <param name="Step">How far it is from one to the next.</param>
/// <param name="Rows">The rows of each, relative to the tile.</param>
internal sealed record RowTile(int Tiles, Place Start, Place Step, EquatableArray<Place> Rows);
