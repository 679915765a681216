using NetDsl.Generators.Planning;
using NetDsl.Generators.Planning.Steps;

namespace NetDsl.Generators.Tests.Planning;

public sealed class TilePlannerTests
{
    private static readonly SampleRole[] Roles = [SampleRole.Rows, SampleRole.Outer, SampleRole.Terms];

    [Fact]
    public void Every_row_is_computed_exactly_once() => ForRandomContractions((contraction, tiling, _, _) =>
    {
        Place[] expected = [.. TileWalk.Nest(contraction.Rows).OrderBy(Order)];
        Place[] actual = [.. TileWalk.Rows(tiling, contraction.Samples).OrderBy(Order)];

        Assert.Equal(expected, actual);
    });

    [Fact]
    public void Loops_in_which_the_second_factor_moves_stay_around_the_tiles() => ForRandomContractions((contraction, tiling, _, _) =>
    {
        Loop[] products = [.. contraction.Rows.Where(loop => loop.B != 0)];
        Assert.Equal(products, tiling.Outer.Take(products.Length));
        Assert.All(tiling.Outer.Skip(products.Length), loop => Assert.Equal(0, loop.B));
    });

    [Fact]
    public void Every_column_is_computed_exactly_once_and_none_beyond_what_is_stored() => ForRandomCuts((contraction, tiling, columns, element) =>
    {
        int[] computed = new int[contraction.Columns.Padded];
        foreach ((int panel, ColumnTile _, int start) in TileWalk.Vectors(columns, tiling.Lanes))
        {
            for (int lane = 0; lane < tiling.Lanes; lane++)
            {
                computed[(panel * element.PanelWidth) + start + lane]++;
            }
        }

        Assert.All(computed.Take(contraction.Columns.Count), times => Assert.Equal(1, times));
        Assert.All(computed.Skip(contraction.Columns.Count), times => Assert.InRange(times, 0, 1));
    });

    [Fact]
    public void No_vector_reaches_from_one_panel_into_the_next() => ForRandomCuts((contraction, tiling, columns, element) =>
    {
        foreach ((int panel, ColumnTile tile, int start) in TileWalk.Vectors(columns, tiling.Lanes))
        {
            int width = Math.Min(element.PanelWidth, contraction.Columns.Padded - (panel * element.PanelWidth));
            Assert.Equal(width, tile.PanelWidth);
            Assert.InRange(start + tiling.Lanes, 1, width);
        }
    });

    [Fact]
    public void A_tile_that_joins_panels_leaves_none_over() => ForRandomCuts((_, _, columns, _) =>
        Assert.All(columns, tile => Assert.Equal(0, tile.Panels % tile.Joined)));

    [Fact]
    public void Samples_as_rows_follow_each_other_by_the_strides_of_their_operands() => ForRandomContractions((contraction, tiling, _, _) =>
    {
        if (contraction.Samples == SampleRole.Rows)
        {
            Place sample = new(contraction.A.SampleStride, contraction.C.SampleStride, contraction.Y!.SampleStride);
            RowTile tile = Assert.Single(tiling.RowTiles);
            Assert.Equal(Enumerable.Range(0, tile.Rows.Count).Select(i => sample * i), tile.Rows);
            Assert.Equal(sample * tile.Rows.Count, tile.Step);
        }
    });

    [Fact]
    public void A_tile_fits_the_registers_of_its_machine() => ForRandomContractions((_, tiling, target, _) =>
    {
        // AVX-512 and Arm64 have 32 vector registers; what has no AVX-512 may have 16, and so does a scalar unit of x64.
        int registers = target.VectorBytes == 64 ? 32 : 16;
        int rows = tiling.RowTiles.Max(tile => tile.Rows.Count);
        int vectors = tiling.ColumnTiles.Max(tile => tile.Vectors * tile.Joined);

        // The sums, the weights of one term and the value that multiplies them.
        Assert.InRange((rows * vectors) + vectors + 1, 1, registers);

        Assert.All(tiling.TwoRowTiles, tile => Assert.InRange((3 * tile.Vectors) + 1, 1, registers));

        // A single row needs each weight once, so one register serves for all of them.
        Assert.All(tiling.OneRowTiles, tile => Assert.InRange((tile.Vectors * tile.Joined) + 2, 1, registers));
    });

    [Fact]
    public void Vectors_are_no_longer_than_the_machine_s_nor_than_the_columns_stored() => ForRandomContractions((contraction, tiling, target, element) =>
    {
        Assert.InRange(tiling.Lanes, 1, Math.Max(1, target.VectorBytes / element.Size));
        Assert.InRange(tiling.Lanes, 1, contraction.Columns.Padded);
        Assert.True(tiling.Lanes == 1 || tiling.Lanes * element.Size is 16 or 32 or 64);
    });

    [Fact]
    public void Items_counts_the_tiles_along_the_rows() => ForRandomContractions((contraction, tiling, _, _) =>
    {
        if (contraction.Samples != SampleRole.Rows)
        {
            Assert.Equal(TileWalk.Nest(tiling.Outer).Count * tiling.RowTiles.Sum(tile => tile.Tiles), tiling.Items);
            Assert.All(tiling.RowTiles, tile => Assert.InRange(tile.Tiles, 1, int.MaxValue));
        }
    });

    private static (int A, int C, int Y) Order(Place place) => (place.A, place.C, place.Y);

    private static void ForRandomCuts(Action<Contraction, Tiling, EquatableArray<ColumnTile>, ElementType> check) =>
        ForRandomContractions((contraction, tiling, _, element) =>
        {
            foreach (EquatableArray<ColumnTile> columns in TileWalk.Cuts(tiling))
            {
                check(contraction, tiling, columns, element);
            }
        });

    private static void ForRandomContractions(Action<Contraction, Tiling, VectorTarget, ElementType> check)
    {
        Random random = new(7);
        for (int i = 0; i < 400; i++)
        {
            ElementType element = i % 2 == 0 ? ElementType.Single : ElementType.Double;
            Contraction contraction = Draw(random, element, Roles[i % 3]);
            foreach (VectorTarget target in VectorTarget.All)
            {
                try
                {
                    check(contraction, TilePlanner.Plan(contraction, target, element), target, element);
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                    throw new InvalidOperationException(
                        $"{element.Name} on {target.Name}, samples as {contraction.Samples}, {contraction.Columns}, "
                        + $"rows {string.Join(" ", contraction.Rows)}: {exception.Message}",
                        exception);
                }
            }
        }
    }

    private static Contraction Draw(Random random, ElementType element, SampleRole samples)
    {
        Operand Operand(string name) => new(Memory.Batch, name, 0, random.Next(1, 1000));
        int Step() => random.Next(1, 100);
        int count = random.Next(3) == 0 ? random.Next(1, 20) : random.Next(1, 150);
        IEnumerable<Loop> products = samples == SampleRole.Rows || random.Next(2) == 0 ? [] : [new("point", random.Next(1, 9), Step(), Step(), Step(), Step())];
        return new(
            "Random",
            "",
            Operand("a"),
            Operand("b"),
            Operand("c"),
            null,
            Operand("y"),
            samples,
            new(products.Concat(Enumerable.Range(0, random.Next(4)).Select(i =>
                new Loop("i" + i, random.Next(2) == 0 ? random.Next(2, 8) : random.Next(2, 60), A: Step(), C: Step(), Y: Step())))),
            new([new Loop("term", 5, A: 1, B: 1)]),
            new(count, element.Padded(count)),
            new());
    }
}
