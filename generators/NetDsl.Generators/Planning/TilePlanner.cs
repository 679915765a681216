using NetDsl.Generators.Planning.Steps;

namespace NetDsl.Generators.Planning;

/// <summary>Cuts contractions into register tiles.</summary>
internal static class TilePlanner
{
    /// <summary>The sums of a single row that hide the latency of a multiply-add (four cycles, up to two a cycle) and fit 16 registers.</summary>
    private const int VectorsOfOneRow = 8;

    /// <summary>
    /// Rows of two sums each that hide the latency of a multiply-add, so that a divisor of so many needs no second form of tile. Where registers
    /// are fewer, a tile of 4 rows instead of 6 takes an eighth more loads for each sum.
    /// </summary>
    private const int RowsToHideLatency = 8;

    /// <summary>Half of a small second-level cache.</summary>
    private const int CacheBytes = 1 << 18;

    /// <summary>How many elements of activations are read, at least, for each sum that is read and written.</summary>
    private const int TermsPerSum = 4;

    /// <summary>The tiles of a contraction on a target.</summary>
    public static Tiling Plan(Contraction contraction, VectorTarget target, ElementType element)
    {
        int lanes = target.Lanes(element, contraction.Columns.Padded);
        EquatableArray<ColumnTile> columns = CutColumns(contraction.Columns, element, lanes, target.TileVectors);
        if (contraction.Samples == SampleRole.Rows)
        {
            Place sample = new(contraction.A.SampleStride, contraction.C.SampleStride, contraction.Y?.SampleStride ?? 0);
            RowTile tile = new(0, default, sample * target.SampleRows, Repeat(sample, target.SampleRows));
            EquatableArray<ColumnTile> oneRow = new(CutColumns(contraction.Columns, element, lanes, VectorsOfOneRow).Select(Join));
            EquatableArray<ColumnTile> twoRows = CutColumns(contraction.Columns, element, lanes, VectorsOfOneRow / 2);
            return new(lanes, contraction.Rows, new([tile]), columns, twoRows, oneRow);
        }

        (EquatableArray<Loop> outer, EquatableArray<RowTile> tiles) = CutRows(new(contraction.Rows.SkipWhile(loop => loop.B != 0)), target.TileRows);
        outer = new(contraction.Rows.TakeWhile(loop => loop.B != 0).Concat(outer));
        int block = contraction.Samples == SampleRole.Terms ? SampleBlock(contraction, element) : 0;
        return new(lanes, outer, tiles, columns, EquatableArray<ColumnTile>.Empty, EquatableArray<ColumnTile>.Empty, block);
    }

    /// <summary>
    /// The tiles of a gradient all read the same activations: of so many samples that a second-level cache holds them, unless the sums, which
    /// each block of samples reads and writes again, are the larger part. The order of the terms is the same, so the bits are.
    /// </summary>
    private static int SampleBlock(Contraction contraction, ElementType element)
    {
        long sums = contraction.Rows.Aggregate((long)contraction.Columns.Padded, (n, loop) => n * loop.Extent);
        long elements = Math.Max(CacheBytes / element.Size, TermsPerSum * sums);
        return (int)Math.Max(1, Math.Min(elements / (contraction.A.SampleStride + contraction.B.SampleStride), int.MaxValue));
    }

    private static ColumnTile Join(ColumnTile tile) =>
        tile.Tiles > 1 ? tile : tile with { Joined = Divisor(tile.Panels, Math.Max(1, VectorsOfOneRow / tile.Vectors)) };

    private static EquatableArray<ColumnTile> CutColumns(Columns columns, ElementType element, int lanes, int tileVectors)
    {
        List<ColumnTile> tiles = [];
        int panelWidth = element.PanelWidth;
        int whole = columns.Count / panelWidth;
        if (whole > 0)
        {
            AddPanel(0, whole, panelWidth, panelWidth);
        }

        if (columns.Count > whole * panelWidth)
        {
            AddPanel(whole, 1, columns.Padded - (whole * panelWidth), columns.Count - (whole * panelWidth));
        }

        return new(tiles);

        void AddPanel(int first, int count, int width, int used)
        {
            // Where a multiply-add of half the width takes half the time, as in pairs of units of 256 bits, a half vector saves it.
            int rest = used % lanes;
            bool half = rest > 0 && rest * 2 <= lanes && lanes / 2 * element.Size >= 16;
            int vectors = (used + lanes - 1) / lanes;
            int full = (half ? vectors - 1 : vectors) / tileVectors;
            if (full > 0)
            {
                tiles.Add(new(first, count, width, 0, full, tileVectors));
            }

            if (vectors > full * tileVectors)
            {
                tiles.Add(new(first, count, width, full * tileVectors * lanes, 1, vectors - (full * tileVectors), IsLastHalf: half));
            }
        }
    }

    /// <summary>
    /// Cuts rows into tiles of at most so many rows: a divisor of the innermost loop where there is a good one, parts as equal as can be
    /// where there is none, and several turns of the next loop at once where the innermost is short.
    /// </summary>
    public static (EquatableArray<Loop> Outer, EquatableArray<RowTile> Tiles) CutRows(EquatableArray<Loop> rows, int most)
    {
        if (rows.Count == 0)
        {
            return (rows, new([new RowTile(1, default, default, new([default(Place)]))]));
        }

        Loop inner = rows[rows.Count - 1];
        if (rows.Count == 1 || inner.Extent > most / 2)
        {
            return (new(rows.Take(rows.Count - 1)), CutLoop(inner, most));
        }

        Loop next = rows[rows.Count - 2];
        int turns = Math.Min(next.Extent, most / inner.Extent);
        int divisor = Divisor(next.Extent, turns);
        turns = divisor * 3 >= turns * 2 ? divisor : turns;
        List<RowTile> tiles = [new(next.Extent / turns, default, next.Place * turns, Block(turns))];
        int left = next.Extent % turns;
        if (left > 0)
        {
            tiles.Add(new(1, next.Place * (next.Extent - left), default, Block(left)));
        }

        return (new(rows.Take(rows.Count - 2)), new(tiles));

        EquatableArray<Place> Block(int count) =>
            new(Repeat(next.Place, count).SelectMany(outer => Repeat(inner.Place, inner.Extent).Select(place => outer + place)));
    }

    private static EquatableArray<RowTile> CutLoop(Loop loop, int most)
    {
        int divisor = Divisor(loop.Extent, most);
        if (divisor >= Math.Min(RowsToHideLatency, (most * 3 / 4) + 1))
        {
            return new([new RowTile(loop.Extent / divisor, default, loop.Place * divisor, Repeat(loop.Place, divisor))]);
        }

        int parts = (loop.Extent + most - 1) / most;
        int size = loop.Extent / parts;
        int larger = loop.Extent % parts;
        List<RowTile> tiles = [];
        if (larger > 0)
        {
            tiles.Add(new(larger, default, loop.Place * (size + 1), Repeat(loop.Place, size + 1)));
        }

        tiles.Add(new(parts - larger, loop.Place * (larger * (size + 1)), loop.Place * size, Repeat(loop.Place, size)));
        return new(tiles);
    }

    /// <summary>The largest divisor of an extent that is at most so large.</summary>
    private static int Divisor(int extent, int most)
    {
        int divisor = Math.Min(extent, most);
        while (extent % divisor != 0)
        {
            divisor--;
        }

        return divisor;
    }

    private static EquatableArray<Place> Repeat(Place place, int count) => new(Enumerable.Range(0, count).Select(i => place * i));
}
