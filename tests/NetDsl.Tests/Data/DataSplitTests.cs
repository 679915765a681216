using NetDsl.Data;

namespace NetDsl.Tests.Data;

public class DataSplitTests
{
    [Fact]
    public void Every_row_goes_to_exactly_one_part()
    {
        DataSplit split = Numbered(101).Split(validation: 0.1, test: 0.2, seed: 4);

        Assert.Equal(10, split.Validation!.Count);
        Assert.Equal(20, split.Test!.Count);
        float[] rows = [.. split.Train.AllFeatures, .. split.Validation.AllFeatures, .. split.Test.AllFeatures];
        Assert.Equal(Enumerable.Range(0, 101).Select(i => (float)i), rows.Order());
    }

    [Fact]
    public void The_parts_depend_on_the_seed_alone_and_are_shuffled()
    {
        Dataset data = Numbered(50);
        float[] first = data.Split(test: 0.5, seed: 1).Train.AllFeatures.ToArray();

        Assert.Equal(first, data.Split(test: 0.5, seed: 1).Train.AllFeatures);
        Assert.NotEqual(first, data.Split(test: 0.5, seed: 2).Train.AllFeatures.ToArray());
        Assert.NotEqual(first.Order(), first);
    }

    [Fact]
    public void A_part_that_was_not_asked_for_is_absent()
    {
        DataSplit split = Numbered(10).Split(test: 0.3);

        Assert.Null(split.Validation);
        Assert.Equal(3, split.Test!.Count);
        Assert.Equal(7, split.Train.Count);
    }

    [Theory]
    [InlineData(0.1, 0.2)]
    [InlineData(0.3, 0.3)]
    [InlineData(0.45, 0.45)]
    public void A_stratified_split_gives_each_part_its_share_of_each_class(double validation, double test)
    {
        for (int rows = 60; rows < 80; rows++)
        {
            Dataset data = Labelled(rows, 5);
            int[] whole = Histogram(data);

            DataSplit split = data.Split(validation, test, seed: (ulong)rows, stratify: true);

            Assert.Equal((int)Math.Round(rows * validation, MidpointRounding.AwayFromZero), split.Validation!.Count);
            Assert.Equal((int)Math.Round(rows * test, MidpointRounding.AwayFromZero), split.Test!.Count);
            int[] inValidation = Histogram(split.Validation);
            int[] inTest = Histogram(split.Test);
            for (int label = 0; label < 5; label++)
            {
                Assert.InRange(inValidation[label], (whole[label] * validation) - 2, (whole[label] * validation) + 2);
                Assert.InRange(inTest[label], (whole[label] * test) - 1, (whole[label] * test) + 1);
            }
        }
    }

    [Fact]
    public void Stratified_parts_are_not_sorted_by_class()
    {
        Dataset train = Labelled(100, 2).Split(test: 0.5, seed: 1, stratify: true).Train;

        int changes = Enumerable.Range(1, train.Count - 1).Count(i => train.ClassOf(i) != train.ClassOf(i - 1));

        Assert.InRange(changes, 10, 40);
    }

    [Theory]
    [InlineData(-0.1, 0)]
    [InlineData(0, 1)]
    [InlineData(double.NaN, 0)]
    [InlineData(0.6, 0.6)]
    [InlineData(0.5, 0.5)]
    [InlineData(0.01, 0)]
    public void Impossible_fractions_are_refused(double validation, double test)
    {
        Assert.Throws<ArgumentException>(() => Numbered(10).Split(validation, test));
    }

    [Fact]
    public void Values_cannot_be_stratified()
    {
        Assert.Throws<InvalidOperationException>(() => Numbered(10).Split(test: 0.5, stratify: true));
    }

    [Fact]
    public void Parts_of_different_shapes_are_refused()
    {
        Dataset wide = new([1, 2], [2], [0], [1]);

        ArgumentException error = Assert.Throws<ArgumentException>(() => new DataSplit(Numbered(3), test: wide));

        Assert.Contains("test data have features (2)", error.Message, StringComparison.Ordinal);
    }

    private static Dataset Numbered(int rows) => new([.. Enumerable.Range(0, rows).Select(i => (float)i)], [1], new float[rows], [1]);

    /// <summary>Class k has about k + 1 times as many rows as class 0, in one run each.</summary>
    private static Dataset Labelled(int rows, int classes)
    {
        float[] targets = new float[rows * classes];
        int parts = classes * (classes + 1) / 2;
        for (int i = 0; i < rows; i++)
        {
            int part = i * parts / rows;
            int label = 0;
            while ((label + 1) * (label + 2) / 2 <= part)
            {
                label++;
            }

            targets[(i * classes) + label] = 1;
        }

        return new Dataset(new float[rows], [1], targets, [classes], classes: [.. Enumerable.Range(0, classes).Select(i => $"class {i}")]);
    }

    private static int[] Histogram(Dataset data)
    {
        int[] counts = new int[data.Classes!.Count];
        for (int i = 0; i < data.Count; i++)
        {
            counts[data.ClassOf(i)]++;
        }

        return counts;
    }
}
