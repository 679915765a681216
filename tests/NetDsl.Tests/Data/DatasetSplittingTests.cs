using NetDsl.Data;
using NetDsl.Kernels;

namespace NetDsl.Tests.Data;

public class DatasetSplittingTests
{
    [Theory]
    [InlineData(0.2, 0.3)]
    [InlineData(0, 0.5)]
    [InlineData(0.1, 0)]
    public void No_group_has_rows_in_two_parts(double validation, double test)
    {
        Dataset data = Keyed(200);
        for (ulong seed = 0; seed < 20; seed++)
        {
            DataSplit split = data.Split(SplitMethod.Group, validation, test, seed);
            Dataset?[] parts = [split.Train, split.Validation, split.Test];
            int[][] groups = [.. parts.Select(part => part is null ? [] : part.Keys.Groups.ToArray().Distinct().ToArray())];
            Assert.Equal(groups.Sum(part => part.Length), groups.SelectMany(part => part).Distinct().Count());
            Assert.Equal(200, parts.Sum(part => part?.Count ?? 0));
            Assert.InRange((split.Test?.Count ?? 0) / 200.0, test - 0.05, test + 0.05);
            Assert.InRange((split.Validation?.Count ?? 0) / 200.0, validation - 0.05, validation + 0.05);
        }
    }

    [Fact]
    public void The_values_of_a_feature_are_groups_or_times_as_well()
    {
        Dataset data = new([3, 0, 1, 1, 2, 2, 3, 3, 1, 4, 2, 5], [2], [], [0], ["run", "n"]);
        DataSplit groups = data.Split(SplitMethod.Group, test: 1.0 / 3, column: "run");
        Assert.Single(Column(groups.Test!, 0).Distinct());
        Assert.DoesNotContain(Column(groups.Test!, 0)[0], Column(groups.Train, 0));
        DataSplit times = data.Split(SplitMethod.Time, test: 1.0 / 3, column: "run");
        Assert.Equal([0f, 3], Column(times.Test!, 1));
        Assert.Contains("no feature 'x'", Assert.Throws<ArgumentException>(() => data.Split(SplitMethod.Time, test: 0.5, column: "x")).Message);
        Assert.Contains("have no times", Assert.Throws<ArgumentException>(() => data.Split(SplitMethod.Time, test: 0.5)).Message);
        Assert.Contains("have no groups", Assert.Throws<ArgumentException>(() => data.KFold(2, SplitMethod.Group)).Message);
    }

    [Fact]
    public void Groups_that_leave_a_part_empty_are_refused()
    {
        Dataset data = new(new RowLayout { FeatureShape = [1] }, new float[10], [], keys: new RowKeys([1, 1, 1, 1, 1, 1, 1, 1, 1, 1]));
        Assert.Contains("a part would be empty", Assert.Throws<ArgumentException>(() => data.Split(SplitMethod.Group, test: 0.3)).Message);
    }

    [Fact]
    public void No_later_row_trains_than_is_validated_or_tested_with()
    {
        DataSplit split = Keyed(100).Split(SplitMethod.Time, 0.2, 0.1);
        Assert.Equal((70, 20, 10), (split.Train.Count, split.Validation!.Count, split.Test!.Count));
        Assert.True(split.Train.Keys.Times.ToArray().Max() <= split.Validation.Keys.Times.ToArray().Min());
        Assert.True(split.Validation.Keys.Times.ToArray().Max() <= split.Test.Keys.Times.ToArray().Min());
    }

    [Fact]
    public void The_last_rows_are_tested_with_in_their_order()
    {
        DataSplit split = Keyed(10).Split(SplitMethod.Order, 0.2, 0.3);
        Assert.Equal([0f, 1, 2, 3, 4], Column(split.Train, 0));
        Assert.Equal([5f, 6], Column(split.Validation!, 0));
        Assert.Equal([7f, 8, 9], Column(split.Test!, 0));
    }

    [Fact]
    public void Methods_of_chance_are_those_of_the_plain_split()
    {
        Dataset data = Keyed(50);
        Assert.Equal(data.Split(0.1, 0.2, 3).Train.AllFeatures, data.Split(SplitMethod.Random, 0.1, 0.2, 3).Train.AllFeatures);
        Assert.Equal(
            data.Split(0.1, 0.2, 3, stratify: true).Train.AllFeatures, data.Split(SplitMethod.Stratified, 0.1, 0.2, 3).Train.AllFeatures);
    }

    [Theory]
    [InlineData(SplitMethod.Random)]
    [InlineData(SplitMethod.Stratified)]
    [InlineData(SplitMethod.Group)]
    [InlineData(SplitMethod.Order)]
    public void Each_row_is_tested_with_once(SplitMethod method)
    {
        Dataset data = Keyed(103);
        IReadOnlyList<DataSplit> folds = data.KFold(4, method, seed: 9);
        Assert.Equal(4, folds.Count);
        Assert.Equal(Enumerable.Range(0, 103).Select(i => (float)i), folds.SelectMany(fold => Column(fold.Test!, 0)).Order());
        foreach (DataSplit fold in folds)
        {
            Assert.Equal(103, fold.Train.Count + fold.Test!.Count);
            Assert.Empty(Column(fold.Train, 0).Intersect(Column(fold.Test, 0)));
            Assert.Null(fold.Validation);
            Assert.InRange(fold.Test.Count, method == SplitMethod.Group ? 20 : 25, method == SplitMethod.Group ? 32 : 26);
        }

        Assert.Equal(folds[1].Train.AllFeatures, data.KFold(4, method, seed: 9)[1].Train.AllFeatures);
        if (method != SplitMethod.Order)
        {
            Assert.NotEqual(folds[1].Test!.AllFeatures.ToArray(), data.KFold(4, method, seed: 10)[1].Test!.AllFeatures.ToArray());
        }
    }

    [Fact]
    public void Stratified_folds_have_the_same_rows_of_each_class_but_for_one()
    {
        Dataset data = Keyed(101);
        IReadOnlyList<int>[] counts = [.. data.KFold(4, SplitMethod.Stratified).Select(fold => fold.Test!.CountClasses())];
        Assert.All(Enumerable.Range(0, 3), label => Assert.InRange(counts.Max(c => c[label]) - counts.Min(c => c[label]), 0, 1));
    }

    [Fact]
    public void Folds_keep_groups_together()
    {
        Assert.All(Keyed(120).KFold(3, SplitMethod.Group, seed: 2), fold =>
            Assert.Empty(fold.Train.Keys.Groups.ToArray().Intersect(fold.Test!.Keys.Groups.ToArray())));
        Assert.Throws<ArgumentException>(() => Keyed(4).KFold(4, SplitMethod.Group));
    }

    [Fact]
    public void Stretches_of_time_follow_their_training_rows()
    {
        Dataset data = Keyed(23);
        foreach (DataSplit fold in data.KFold(5, SplitMethod.Time))
        {
            Assert.True(fold.Train.Keys.Times.ToArray().Max() <= fold.Test!.Keys.Times.ToArray().Min());
        }

        // As scikit-learn's TimeSeriesSplit(5) cuts 23 rows.
        Assert.Equal([(8, 3), (11, 3), (14, 3), (17, 3), (20, 3)], data.KFold(5, SplitMethod.Time).Select(fold => (fold.Train.Count, fold.Test!.Count)));
        Assert.Throws<ArgumentException>(() => Keyed(5).KFold(5, SplitMethod.Time));
        Assert.Throws<ArgumentException>(() => Keyed(5).KFold(6));
        Assert.Throws<ArgumentOutOfRangeException>(() => Keyed(5).KFold(1));
    }

    [Fact]
    public void A_declared_preparation_is_fitted_to_each_fold()
    {
        PreparationStep[] steps = [new StandardScaler()];
        Preparation[] fitted = [.. Keyed(20).KFold(2, SplitMethod.Order).Select(fold => fold.Prepare(steps).Train.Preparation!)];
        Assert.Equal([14.5], fitted[0].Steps[0].Numbers["mean"]);
        Assert.Equal([4.5], fitted[1].Steps[0].Numbers["mean"]);
    }

    private static float[] Column(Dataset data, int place) =>
        [.. Enumerable.Range(0, data.Count).Select(row => data.Features(row)[place])];

    /// <summary>Rows with their numbers, classes, groups of up to 7 rows that do not stand together, and times that repeat.</summary>
    private static Dataset Keyed(int rows)
    {
        RandomStream random = new(4, RandomStreams.Simulation);
        float[] targets = new float[rows * 3];
        double[] times = new double[rows];
        for (int row = 0; row < rows; row++)
        {
            targets[(row * 3) + Math.Min(2, random.NextInt(6))] = 1;
            times[row] = random.NextInt(rows / 2);
        }

        int[] groups = [.. Enumerable.Range(0, rows).Select(row => row % ((rows / 7) + 1) * 1000)];
        RowLayout layout = new() { FeatureShape = [1], TargetShape = [3], Classes = ["a", "b", "c"] };
        return new Dataset(layout, [.. Enumerable.Range(0, rows).Select(i => (float)i)], targets, keys: new RowKeys(groups, times));
    }
}
