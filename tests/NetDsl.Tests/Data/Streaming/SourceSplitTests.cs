using NetDsl.Data;
using NetDsl.Tests.Data.Preparations;

namespace NetDsl.Tests.Data.Streaming;

public class SourceSplitTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void Each_block_goes_to_exactly_one_part_and_rows_stay_in_their_order(int blockRows)
    {
        using BlockedSource rows = new(Numbered(5001), blockRows);
        SourceSplit split = rows.Split(validation: 0.1, test: 0.2, seed: 3);
        float[][] parts = [.. new[] { split.Train, split.Validation!, split.Test! }.Select(part => part.ReadAll().AllFeatures.ToArray())];

        Assert.Equal(Enumerable.Range(0, 5001).Select(i => (float)i), parts.SelectMany(part => part).Order());
        Assert.All(parts, part => Assert.Equal(part.Order(), part));
        Assert.InRange(parts[1].Length, 500 - blockRows, 500 + blockRows);
        Assert.InRange(parts[2].Length, 1000 - blockRows, 1000 + blockRows);
        Assert.Equal(3, parts.SelectMany((part, number) => part.Select(row => ((int)row / blockRows, number))).Distinct()
            .GroupBy(pair => pair.Item1).Select(block => Assert.Single(block).number).Distinct().Count());
        Assert.Equal(parts[2], rows.Split(0.1, 0.2, 3).Test!.ReadAll().AllFeatures);
        Assert.NotEqual(parts[2], rows.Split(0.1, 0.2, 4).Test!.ReadAll().AllFeatures.ToArray());
    }

    [Fact]
    public void The_last_rows_are_tested_with()
    {
        using BlockedSource rows = new(Numbered(10), 4);
        SourceSplit split = rows.Split(0.2, 0.3, method: SplitMethod.Order);
        Assert.Equal([0f, 1, 2, 3, 4], split.Train.ReadAll().AllFeatures);
        Assert.Equal([5f, 6], split.Validation!.ReadAll().AllFeatures);
        Assert.Equal([7f, 8, 9], split.Test!.ReadAll().AllFeatures);
        Assert.Null(rows.Split(test: 0.3, method: SplitMethod.Order).Validation);
    }

    [Fact]
    public void A_file_of_few_blocks_is_dealt_in_smaller_ones()
    {
        using BlockedSource rows = new(Numbered(5000), 4096);
        SourceSplit split = rows.Split(0.1, 0.2, seed: 1);
        Assert.InRange(split.Validation!.Count, 480, 520);
        Assert.InRange(split.Test!.Count, 980, 1020);
        Assert.Equal(Enumerable.Range(0, 5000).Select(i => (float)i), new[] { split.Train, split.Validation, split.Test }
            .SelectMany(part => part.ReadAll().AllFeatures.ToArray()).Order());
        Assert.InRange(split.Test.ReadAll().AllFeatures.ToArray().Average(), 2000, 3000);
    }

    [Fact]
    public void Fractions_that_leave_nothing_and_methods_that_need_all_rows_are_refused()
    {
        using BlockedSource rows = new(Numbered(10), 5);
        Assert.Contains("not by Group", Assert.Throws<ArgumentException>(() => rows.Split(test: 0.3, method: SplitMethod.Group)).Message);
        Assert.Throws<ArgumentException>(() => rows.Split(test: 1));
    }

    [Fact]
    public void Parts_are_prepared_by_what_the_training_rows_say()
    {
        using BlockedSource rows = new(Numbered(100), 10);
        SourceSplit split = rows.Split(0.2, 0.3, method: SplitMethod.Order).Prepare(new StandardScaler());
        Assert.Equal([24.5], split.Train.Layout.Preparation!.Steps[0].Numbers["mean"]);
        Assert.Same(split.Train.Layout.Preparation, split.Test!.Read(0, 1).Preparation);
        Assert.InRange(split.Test!.ReadAll().AllFeatures[0], 3.1, 3.2);
    }

    private static Dataset Numbered(int rows) => new([.. Enumerable.Range(0, rows).Select(i => (float)i)], [1], new float[rows], [1]);
}
