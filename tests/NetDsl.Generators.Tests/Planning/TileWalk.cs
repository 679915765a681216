using NetDsl.Generators.Planning;
using NetDsl.Generators.Planning.Steps;

namespace NetDsl.Generators.Tests.Planning;

/// <summary>Goes over the tiles of a contraction one by one, as the loops written for them do.</summary>
internal static class TileWalk
{
    /// <summary>Where the rows lie that the tiles visit, each as often as it is visited; of one sample where samples are the rows.</summary>
    public static List<Place> Rows(Tiling tiling, SampleRole samples)
    {
        if (samples == SampleRole.Rows)
        {
            return Nest(tiling.Outer);
        }

        List<Place> inner = [];
        foreach (RowTile tile in tiling.RowTiles)
        {
            for (int i = 0; i < tile.Tiles; i++)
            {
                inner.AddRange(tile.Rows.Select(row => tile.Start + (tile.Step * i) + row));
            }
        }

        return [.. Nest(tiling.Outer).SelectMany(outer => inner.Select(place => outer + place))];
    }

    /// <summary>Where the turns of a loop nest lie.</summary>
    public static List<Place> Nest(IEnumerable<Loop> loops)
    {
        List<Place> places = [default];
        foreach (Loop loop in loops)
        {
            places = [.. places.SelectMany(outer => Enumerable.Range(0, loop.Extent).Select(turn => outer + (loop.Place * turn)))];
        }

        return places;
    }

    /// <summary>How far the turns of a loop nest move one operand.</summary>
    public static IEnumerable<int> Turns(IEnumerable<Loop> loops, Func<Loop, int> move) => loops.Aggregate(
        (IEnumerable<int>)[0], (outer, loop) => outer.SelectMany(from => Enumerable.Range(0, loop.Extent).Select(turn => from + (move(loop) * turn))));

    /// <summary>The ways in which the columns are cut: for the tiles of several rows, and for two and one where those differ.</summary>
    public static IEnumerable<EquatableArray<ColumnTile>> Cuts(Tiling tiling) =>
        tiling.OneRowTiles.Count == 0 ? [tiling.ColumnTiles] : [tiling.ColumnTiles, tiling.TwoRowTiles, tiling.OneRowTiles];

    /// <summary>Each vector that tiles compute in a row: its panel, its tile and its first column within the panel.</summary>
    public static IEnumerable<(int Panel, ColumnTile Tile, int Start)> Vectors(EquatableArray<ColumnTile> columns, int lanes) =>
        from tile in columns
        from panel in Enumerable.Range(tile.FirstPanel, tile.Panels)
        from vector in Enumerable.Range(0, tile.Tiles * tile.Vectors)
        select (panel, tile, tile.Start + (vector * lanes));
}
