using NetDsl.Data;

namespace NetDsl.Tests.Data;

public class DatasetBatchTests
{
    private static readonly TableOptions Options =
        new() { Targets = ["kind"], Labels = LabelEncoding.OneHot, Categories = ["colour"], Missing = MissingValues.Keep, Time = "when" };

    [Fact]
    public void Batches_have_the_classes_and_categories_of_the_first()
    {
        DatasetBuilder builder = new(["x", "kind", "colour", "when", "name"], Options);
        builder.Add([1, "b", "red", DateTime.UnixEpoch.AddSeconds(5), "n"]);
        builder.Add([2, "a", "blue", "1970-01-01T00:00:06", "n"]);
        Dataset first = builder.BuildBatch();
        builder.Add([null, "b", "red", DateTimeOffset.UnixEpoch.AddSeconds(7), "n"]);
        Dataset second = builder.BuildBatch();

        Assert.Equal(["a", "b"], second.Classes);
        Assert.Equal([1f, 1, 2, 0], first.AllFeatures);
        Assert.Equal([float.NaN, 1], second.AllFeatures);
        Assert.Equal([0f, 1], second.AllTargets);
        Assert.Equal(["blue", "red"], second.Layout.Categories[1]);
        Assert.Equal([7.0], second.Keys.Times);
        Assert.Equal(0, builder.Count);
    }

    [Fact]
    public void A_class_or_category_that_comes_later_is_refused_with_its_object()
    {
        DatasetBuilder builder = new(["x", "kind", "colour", "when"], Options);
        builder.Add([1, "b", "red", 0]);
        builder.Add([2, "a", "blue", 0]);
        builder.BuildBatch();

        DataFormatException error = Assert.Throws<DataFormatException>(() => builder.Add([3, "c", "red", 0]));

        Assert.Equal(3, error.Row);
        Assert.Contains("the classes are a, b", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_later_batch_cannot_change_which_columns_are_features()
    {
        DatasetBuilder builder = new(["x", "y"], new() { Missing = MissingValues.Keep });
        builder.Add([1, null]);
        Assert.Equal(["x"], builder.BuildBatch().FeatureNames);
        builder.Add([null, null]);
        Assert.Equal(["x"], builder.BuildBatch().FeatureNames);

        Assert.Throws<DataFormatException>(() => builder.Add([1, 2]));
    }

    [Fact]
    public void Means_need_all_rows()
    {
        DatasetBuilder builder = new(["x"], new() { Missing = MissingValues.Mean });
        builder.Add([1]);

        Assert.Throws<InvalidOperationException>(builder.BuildBatch);
    }

    [Fact]
    public void Missing_objects_are_filled_as_those_of_files_are()
    {
        DatasetBuilder builder = new(["x", "a"], new() { Missing = MissingValues.Mean });
        builder.Add([1, new[] { 1, 2 }]);
        builder.Add([null, null]);
        builder.Add(["3", new[] { 3, 6 }]);

        Assert.Equal([1f, 1, 2, 2, 2, 4, 3, 3, 6], builder.Build(out TableReport report).AllFeatures);
        Assert.Equal([1, 2], report.Columns.Select(column => column.Missing!.Value));
    }
}
