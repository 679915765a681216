using NetDsl.Data;

namespace NetDsl.Tests.Data;

public class EpochOrderTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(10, 1, 1)]
    [InlineData(10, 3, 3)]
    [InlineData(10, 3, 7)]
    [InlineData(10, 4, 100)]
    [InlineData(100, 7, 30)]
    [InlineData(101, 10, 20)]
    [InlineData(1000, 64, 256)]
    public void Every_row_comes_once_in_each_epoch(int rows, int blockRows, int windowRows)
    {
        for (int epoch = 0; epoch < 5; epoch++)
        {
            Assert.Equal(Enumerable.Range(0, rows), Order(rows, new ShuffleOrder(blockRows, windowRows), seed: 3, epoch).Order());
        }
    }

    [Theory]
    [InlineData(100, 7, 30)]
    [InlineData(101, 10, 20)]
    [InlineData(99, 5, 5)]
    public void Windows_follow_each_other_without_a_gap(int rows, int blockRows, int windowRows)
    {
        WindowLayout layout = new(rows, new ShuffleOrder(blockRows, windowRows));
        for (int epoch = 0; epoch < 20; epoch++)
        {
            EpochOrder order = new(layout, seed: 1, epoch, shuffled: true);
            long start = 0;
            for (int window = 0; window < layout.Windows; window++)
            {
                Assert.Equal(start, order.StartOf(window));
                Assert.Equal(order.RowsOf(window), order.RunsOf(window).Sum(run => run.Count));
                Assert.InRange(order.RowsOf(window), 1, windowRows);
                start += order.RowsOf(window);
            }

            Assert.Equal(rows, start);
        }
    }

    [Fact]
    public void One_window_of_all_rows_is_a_shuffle_of_all_rows()
    {
        int[] expected = new int[50];
        Shuffle.Permutation(expected, seed: 8, epoch: 2);
        Assert.Equal(expected, Order(50, new ShuffleOrder(8, 50), seed: 8, epoch: 2));
        Assert.Equal(expected, Order(50, new ShuffleOrder(50, 200), seed: 8, epoch: 2));
    }

    [Fact]
    public void Seeds_and_epochs_give_orders_of_their_own_and_the_same_again()
    {
        ShuffleOrder windows = new(5, 20);
        int[] order = Order(100, windows, seed: 1, epoch: 0);
        Assert.Equal(order, Order(100, windows, seed: 1, epoch: 0));
        Assert.NotEqual(order, Order(100, windows, seed: 1, epoch: 1));
        Assert.NotEqual(order, Order(100, windows, seed: 2, epoch: 0));
    }

    [Fact]
    public void The_rows_of_a_window_are_those_of_its_blocks_and_neighbouring_blocks_are_read_at_once()
    {
        WindowLayout layout = new(100, new ShuffleOrder(10, 30));
        EpochOrder order = new(layout, seed: 4, epoch: 0, shuffled: true);
        int[] rows = Order(100, new ShuffleOrder(10, 30), seed: 4, epoch: 0);
        int[] blocks = [.. rows.Take(30).Select(row => row / 10).Distinct()];
        Assert.Equal(3, blocks.Length);
        Assert.NotEqual(rows.Take(30).Order(), rows.Take(30));
        Assert.All(order.RunsOf(0), run => Assert.Equal(0, run.First % 10));
        EpochOrder unshuffled = new(layout, seed: 4, epoch: 0, shuffled: false);
        Assert.Equal([(0, 30)], unshuffled.RunsOf(0));
        Assert.Equal([(90, 10)], unshuffled.RunsOf(3));
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(10, 9)]
    [InlineData(-1, 5)]
    public void An_order_without_rows_is_refused(int blockRows, int windowRows) =>
        Assert.Throws<ArgumentException>(() => new WindowLayout(10, new ShuffleOrder(blockRows, windowRows)));

    [Theory]
    [InlineData(1 << 20, 1)]
    [InlineData(1 << 20, 7)]
    [InlineData(1 << 14, 64)]
    [InlineData(5000, 1)]
    public void Two_windows_fit_into_the_memory_given(int memory, int blockRows)
    {
        Dataset data = new(new float[100 * 1000], [100], new float[1000], [1]);
        ShuffleOrder order = WindowLayout.OrderFor(new WatchedSource(data, blockRows), memory);
        Assert.InRange(2L * order.WindowRows * ((101 * sizeof(float)) + sizeof(int)), 1, memory);
        Assert.InRange(order.WindowRows, order.BlockRows, 1000);
    }

    [Fact]
    public void Memory_for_less_than_two_rows_is_refused()
    {
        Dataset data = new(new float[1000], [100], [], [0]);
        ArgumentException error = Assert.Throws<ArgumentException>(() => WindowLayout.OrderFor(new WatchedSource(data), 500));
        Assert.Contains("two rows of 404 bytes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_rows_are_one_window_where_they_fit()
    {
        Dataset data = new(new float[1000], [2], [], [0]);
        ShuffleOrder order = WindowLayout.OrderFor(new WatchedSource(data), 1 << 20);
        Assert.Equal(1, new WindowLayout(500, order).Windows);
    }

    private static int[] Order(int rows, ShuffleOrder windows, ulong seed, int epoch)
    {
        int[] order = new int[rows];
        new EpochOrder(new WindowLayout(rows, windows), seed, epoch, shuffled: true).Fill(order);
        return order;
    }
}
