using NetDsl.Data;

namespace NetDsl.Tests.Data;

public class ShuffleTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1000)]
    public void Each_row_comes_exactly_once(int count)
    {
        int[] rows = new int[count];

        Shuffle.Permutation(rows, seed: 3, epoch: 5);

        Assert.Equal(Enumerable.Range(0, count), rows.Order());
    }

    [Fact]
    public void The_order_depends_on_seed_and_epoch_alone()
    {
        int[] first = Order(1, 1);

        Assert.Equal(first, Order(1, 1));
        Assert.NotEqual(first, Order(1, 2));
        Assert.NotEqual(first, Order(2, 1));
    }

    [Fact]
    public void All_orders_of_three_rows_are_equally_likely()
    {
        const int Epochs = 6_000;
        Dictionary<string, int> counts = [];
        int[] rows = new int[3];
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            Shuffle.Permutation(rows, 9, epoch);
            string order = string.Join(string.Empty, rows);
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }

        Assert.Equal(6, counts.Count);
        double sigma = Math.Sqrt(Epochs * (1 / 6.0) * (5 / 6.0));
        Assert.All(counts.Values, count => Assert.InRange(count, (Epochs / 6.0) - (5 * sigma), (Epochs / 6.0) + (5 * sigma)));
    }

    [Fact]
    public void Shuffling_allocates_nothing()
    {
        int[] rows = new int[100];
        Shuffle.Permutation(rows, 1, 0);
        long before = GC.GetAllocatedBytesForCurrentThread();

        Shuffle.Permutation(rows, 1, 1);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static int[] Order(ulong seed, int epoch)
    {
        int[] rows = new int[50];
        Shuffle.Permutation(rows, seed, epoch);
        return rows;
    }
}
