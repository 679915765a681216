using NetDsl.Generators.Planning;

namespace NetDsl.Generators.Tests.Planning;

public sealed class LoopTests
{
    [Fact]
    public void A_loop_that_goes_on_where_the_one_inside_it_ends_is_one_with_it()
    {
        EquatableArray<Loop> merged = Loop.Merge([new("y", 4, A: 12, B: 6, C: 24, Y: 3), new("x", 3, A: 4, B: 2, C: 8, Y: 1)]);

        Assert.Equal([new Loop("x", 12, A: 4, B: 2, C: 8, Y: 1)], merged);
    }

    [Fact]
    public void Three_loops_over_one_unbroken_run_are_one()
    {
        EquatableArray<Loop> merged = Loop.Merge([new("y", 2, A: 15), new("x", 3, A: 5), new("c", 5, A: 1)]);

        Assert.Equal([new Loop("c", 30, A: 1)], merged);
    }

    [Theory]
    [InlineData(13, 6, 24, 3)]
    [InlineData(12, 7, 24, 3)]
    [InlineData(12, 6, 25, 3)]
    [InlineData(12, 6, 24, 4)]
    [InlineData(0, 6, 24, 3)]
    public void A_gap_in_any_operand_keeps_loops_apart(int a, int b, int c, int y)
    {
        Loop[] loops = [new("y", 4, a, b, c, y), new("x", 3, A: 4, B: 2, C: 8, Y: 1)];

        Assert.Equal(loops, Loop.Merge(loops));
    }

    [Fact]
    public void A_loop_of_one_turn_vanishes_wherever_it_stands()
    {
        EquatableArray<Loop> merged = Loop.Merge(
            [new("a", 1, A: 99), new("b", 4, A: 6), new("c", 1, A: 7, C: 5), new("d", 6, A: 1), new("e", 1)]);

        Assert.Equal([new Loop("d", 24, A: 1)], merged);
        Assert.Empty(Loop.Merge([new("a", 1, A: 3)]));
        Assert.Empty(Loop.Merge([]));
    }

    [Fact]
    public void Loops_that_move_nothing_are_one()
    {
        EquatableArray<Loop> merged = Loop.Merge([new("y", 4), new("x", 3)]);

        Assert.Equal([new Loop("x", 12)], merged);
    }

    [Fact]
    public void A_merged_nest_visits_the_same_places_in_the_same_order()
    {
        Random random = new(1);
        for (int i = 0; i < 500; i++)
        {
            Loop[] loops = [.. Enumerable.Range(0, random.Next(5)).Select(_ =>
                new Loop("i", random.Next(1, 4), A: random.Next(1, 4), C: random.Next(1, 3), Y: random.Next(2)))];
            if (loops.Length > 1 && random.Next(2) == 0)
            {
                Loop inner = loops[^1];
                loops[^2] = loops[^2] with { A = inner.A * inner.Extent, C = inner.C * inner.Extent, Y = inner.Y * inner.Extent };
            }

            Assert.Equal(TileWalk.Nest(loops), TileWalk.Nest(Loop.Merge(loops)));
        }
    }
}
