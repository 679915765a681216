using NetDsl.Data;

namespace NetDsl.Tests.Data;

public class DatasetTests
{
    [Fact]
    public void Rows_are_found_by_their_number()
    {
        Dataset data = new([1, 2, 3, 4, 5, 6], [3], [0, 1, 1, 0], [2], classes: ["cat", "dog"]);

        Assert.Equal(2, data.Count);
        Assert.Equal([4f, 5f, 6f], data.Features(1));
        Assert.Equal([1f, 0f], data.Targets(1));
        Assert.Equal(1, data.ClassOf(0));
        Assert.Equal(0, data.ClassOf(1));
        Assert.Equal(6, data.AllFeatures.Length);
        Assert.Equal(4, data.AllTargets.Length);
    }

    [Fact]
    public void One_column_of_zero_and_one_is_a_label_of_two_classes()
    {
        Dataset data = new([1, 2, 3], [1], [0, 1, 1], [1], classes: ["no", "yes"]);

        Assert.Equal([0, 1, 1], Enumerable.Range(0, 3).Select(data.ClassOf));
    }

    [Fact]
    public void Data_that_are_only_to_be_predicted_have_no_targets()
    {
        Dataset data = new([1, 2, 3, 4], [2, 1], [], [0]);

        Assert.Equal(2, data.Count);
        Assert.Equal(0, data.TargetSize);
        Assert.True(data.Targets(1).IsEmpty);
        Assert.Equal(2, data.Subset([1, 0]).Count);
    }

    [Fact]
    public void A_row_shows_its_numbers_by_name()
    {
        Dataset values = new([1, 2, 3, 4], [2], [5, 6], [1], ["a", "b"], ["t"], sampleWeights: [7, 8]);
        Assert.Equal(["a", "b", "t", "weight"], values.Row(1).Keys.Cast<string>());
        Assert.Equal([3f, 4f, 6f, 8f], values.Row(1).Values.Cast<float>());

        Dataset classes = new([1, 2], [1], [0, 1], [1], ["label"], null, ["no", "yes"]);
        Assert.Equal(1f, classes.Row(0)["label"]);
        Assert.Equal("no", classes.Row(0)["label_"]);
        Assert.Throws<ArgumentOutOfRangeException>(() => classes.Row(2));
    }

    [Fact]
    public void A_row_without_names_shows_arrays()
    {
        Dataset data = new([1, 2, 3, 4], [2, 1], [5, 6, 7, 8], [2]);

        Assert.Equal([3f, 4f], (float[])data.Row(1)["features"]!);
        Assert.Equal([7f, 8f], (float[])data.Row(1)["targets"]!);
        Assert.Single(new Dataset([1, 2], [2], [], [0]).Row(0).Keys);
    }

    [Fact]
    public void Classes_are_counted()
    {
        Assert.Equal([1, 3], new Dataset([1, 2, 3, 4], [1], [1, 0, 1, 1], [1], classes: ["no", "yes"]).CountClasses());
        Assert.Equal([0, 1, 1], new Dataset([1, 2], [1], [0, 1, 0, 0, 0, 1], [3], classes: ["a", "b", "c"]).CountClasses());
        Assert.Throws<InvalidOperationException>(() => new Dataset([1], [1], [1], [1]).CountClasses());
    }

    [Fact]
    public void Features_are_described()
    {
        IReadOnlyList<ColumnSummary> columns = new Dataset([1, -1, 3, -1, 5, -1], [2], [], [0], ["a", "b"]).DescribeFeatures();

        Assert.Equal([new("a", 1, 5, 3, Math.Sqrt(8.0 / 3)), new("b", -1, -1, -1, 0)], columns);
    }

    [Fact]
    public void A_subset_has_the_rows_in_the_order_asked_for()
    {
        Dataset data = new([1, 2, 3, 4, 5, 6], [2], [10, 20, 30], [1], ["a", "b"], ["t"]);

        Dataset part = data.Subset([2, 0, 2]);

        Assert.Equal([5f, 6, 1, 2, 5, 6], part.AllFeatures);
        Assert.Equal([30f, 10, 30], part.AllTargets);
        Assert.Equal(["a", "b"], part.FeatureNames);
        Assert.Equal(["t"], part.TargetNames);
        Assert.Throws<ArgumentOutOfRangeException>(() => data.Subset([3]));
        Assert.Throws<ArgumentException>(() => data.Subset([]));
    }

    [Theory]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.PositiveInfinity, "Infinity")]
    [InlineData(float.NegativeInfinity, "-Infinity")]
    public void A_feature_that_is_not_finite_is_refused_with_its_row_and_column(float value, string text)
    {
        float[] features = [1, 2, 3, 4, value, 6];

        DataFormatException error = Assert.Throws<DataFormatException>(
            () => new Dataset(features, [2], [0, 0, 0], [1], featureNames: ["energy", "angle"]));

        Assert.Equal(2, error.Row);
        Assert.Equal("energy", error.Column);
        Assert.Null(error.Path);
        Assert.StartsWith($"Row 2, column 'energy': the feature is {text};", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_that_is_not_finite_is_refused_with_its_row_and_column()
    {
        DataFormatException error = Assert.Throws<DataFormatException>(() => new Dataset([1, 2], [1], [0, 0, 0, float.NaN], [2]));

        Assert.Equal(1, error.Row);
        Assert.Equal("1", error.Column);
    }

    [Fact]
    public void Large_finite_values_whose_sum_overflows_are_taken()
    {
        Dataset data = new([float.MaxValue, float.MaxValue, float.MaxValue], [3], [1], [1]);

        Assert.Equal(1, data.Count);
    }

    [Theory]
    [InlineData(5, 2, 2, 1, "no whole number of rows")]
    [InlineData(4, 2, 3, 1, "2 rows of 1 targets need 2")]
    [InlineData(0, 2, 0, 1, "at least one row")]
    [InlineData(4, 0, 2, 1, "extent below 1")]
    [InlineData(4, 2, 2, -1, "extent below 0")]
    public void Lengths_that_do_not_fit_are_refused(int features, int featureSize, int targets, int targetSize, string message)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => new Dataset(new float[features], [featureSize], new float[targets], [targetSize]));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new Dataset([1, 2], [2], [1], [1], featureNames: ["a"]));
        Assert.Throws<ArgumentException>(() => new Dataset([1, 2], [2], [1], [1], targetNames: ["a", "b"]));
        Assert.Throws<ArgumentException>(() => new Dataset([1, 2], [2], [1], [1], classes: ["a", "b", "c"]));
        Assert.Throws<ArgumentException>(() => new Dataset([1, 2], [2], [1], [1], classes: ["a"]));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(0.5f, 0.5f)]
    public void A_row_that_belongs_to_no_or_several_classes_is_refused(float first, float second)
    {
        DataFormatException error = Assert.Throws<DataFormatException>(
            () => new Dataset([1, 2], [1], [0, 1, first, second], [2], classes: ["a", "b"]));

        Assert.Equal(1, error.Row);
    }

    [Fact]
    public void Values_have_no_class()
    {
        Assert.Throws<InvalidOperationException>(() => new Dataset([1], [1], [1], [1]).ClassOf(0));
    }

    [Fact]
    public void Sample_weights_go_with_their_rows_into_subsets_and_splits()
    {
        float[] rows = [.. Enumerable.Range(0, 20).Select(i => (float)i)];
        Dataset data = new(rows, [1], rows, [1], sampleWeights: [.. rows.Select(row => 10 - row)]);

        Assert.Equal([7f, 10f, 7f], data.Subset([3, 0, 3]).SampleWeights);
        DataSplit split = data.Split(validation: 0.2, test: 0.3);
        foreach (Dataset part in new[] { split.Train, split.Validation!, split.Test! })
        {
            for (int row = 0; row < part.Count; row++)
            {
                Assert.Equal(10 - part.Features(row)[0], part.SampleWeights[row]);
            }
        }
    }

    [Fact]
    public void Weights_can_be_given_to_data_that_have_none()
    {
        Dataset data = new([1, 2], [1], [1, 2], [1]);

        Assert.Equal(0, data.SampleWeights.Length);
        Assert.Equal([-1f, 0f], data.WithSampleWeights([-1, 0]).SampleWeights);
        Assert.Equal(0, data.WithSampleWeights([-1, 0]).WithSampleWeights(null).SampleWeights.Length);
        Assert.Equal(0, data.Subset([0]).SampleWeights.Length);
    }

    [Fact]
    public void Sample_weights_that_are_too_few_or_not_finite_are_refused()
    {
        Dataset data = new([1, 2], [1], [1, 2], [1]);

        Assert.Contains("3 sample weights for 2 rows", Assert.Throws<ArgumentException>(() => data.WithSampleWeights([1, 1, 1])).Message);
        DataFormatException error = Assert.Throws<DataFormatException>(() => new Dataset([1, 2], [1], [1, 2], [1], sampleWeights: [1, float.NaN]));
        Assert.Equal(1, error.Row);
        Assert.Contains("sample weight is NaN", error.Message);
    }
}
