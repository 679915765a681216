using NetDsl.Data;
using NetDsl.Kernels;

namespace NetDsl.Tests.Data;

public class MissingValuesTests
{
    private const string Table = "x,colour,y\n1,red,1\n,blue,2\nNA,red,3\n7,,4\n4,red,5\n";

    [Fact]
    public void Without_a_policy_the_first_missing_value_is_an_error_with_its_line()
    {
        DataFormatException error = Assert.Throws<DataFormatException>(() => Read(Table, new() { Targets = ["y"] }));

        Assert.Equal(3, error.Row);
        Assert.Equal("x", error.Column);
        Assert.Contains("the cell is empty", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_with_missing_values_in_used_columns_are_dropped()
    {
        Dataset numbers = Read(Table, new() { Targets = ["y"], Missing = MissingValues.Drop });
        Assert.Equal([1f, 7, 4], numbers.AllFeatures);
        Assert.Equal([1f, 4, 5], numbers.AllTargets);

        Dataset both = Read(Table, new() { Targets = ["y"], Missing = MissingValues.Drop, Categories = ["colour"] }, out TableReport report);
        Assert.Equal([1f, 0, 4, 0], both.AllFeatures);
        Assert.Equal(["red"], both.Layout.Categories[1]);
        Assert.Equal(3, report.DroppedRows);
        Assert.Equal(5, report.Rows);
    }

    [Fact]
    public void Missing_values_are_kept_as_NaN_and_counted()
    {
        Dataset data = Read(Table, new() { Targets = ["y"], Missing = MissingValues.Keep, Categories = ["colour"] });

        Assert.Equal([1f, 1, float.NaN, 0, float.NaN, 1, 7, float.NaN, 4, 1], data.AllFeatures);
        Assert.True(data.Layout.MayMissFeatures);
        Assert.Equal(3, data.MissingCount);
        Assert.Equal(["blue", "red"], data.Layout.Categories[1]);
    }

    [Fact]
    public void Missing_values_are_filled_with_the_mean_the_median_or_the_most_frequent_category()
    {
        Dataset mean = Read(Table, new() { Targets = ["y"], Missing = MissingValues.Mean, Categories = ["colour"] });
        Assert.Equal([1f, 1, 4, 0, 4, 1, 7, 1, 4, 1], mean.AllFeatures);
        Assert.False(mean.Layout.MayMissFeatures);

        Assert.Equal([1f, 2.5f, 2, 1000, 3], Read("x\n1\nnan\n2\n1000\n3\n", new() { Missing = MissingValues.Median }).AllFeatures);
        Assert.Equal([-5f, 1, 1, 2], Read("x\n-5\n1\n?\n2\n", new() { Missing = MissingValues.Median }).AllFeatures);
    }

    [Fact]
    public void A_median_is_that_of_the_sorted_values()
    {
        RandomStream random = new(5, 0);
        float[] values = [.. Enumerable.Range(0, 20_001).Select(_ => (random.NextInt(2000) - 1000) / 7f * MathF.Pow(10, random.NextInt(5)))];
        string text = "x\nNA\n" + string.Concat(values.Select(value => FormattableString.Invariant($"{value}\n")));

        Dataset data = Read(text, new() { Missing = MissingValues.Median });

        Assert.Equal(values.Order().ElementAt(10_000), data.AllFeatures[0]);
    }

    [Fact]
    public void An_indicator_follows_each_column_in_which_a_value_is_missing()
    {
        Dataset data = Read(Table, new() { Missing = MissingValues.Indicator, Categories = ["colour"] });

        Assert.Equal(["x", "x_missing", "colour", "colour_missing", "y"], data.FeatureNames);
        Assert.Equal([1f, 0, 1, 0, 1, 4, 1, 0, 0, 2, 4, 1, 1, 0, 3, 7, 0, 1, 1, 4, 4, 0, 1, 0, 5], data.AllFeatures);
        Assert.Equal([2], data.Layout.Categories.Keys);
    }

    [Theory]
    [InlineData(MissingValues.Keep)]
    [InlineData(MissingValues.Mean)]
    [InlineData(MissingValues.Indicator)]
    public void A_missing_target_or_weight_is_an_error_unless_its_row_is_dropped(MissingValues policy)
    {
        const string Text = "x,y,w\n1,2,3\n4,,6\n7,8,9\n";
        DataFormatException error = Assert.Throws<DataFormatException>(() => Read(Text, new() { Targets = ["y"], Missing = policy }));
        Assert.Equal(3, error.Row);
        Assert.Throws<DataFormatException>(() => Read("x,w\n1,\n", new() { SampleWeights = "w", Missing = policy }));
        Assert.Throws<DataFormatException>(() => Read("x,y\n1,a\n1,b\n3,\n", new() { Targets = ["y"], Missing = policy }));

        Assert.Equal([2f, 8], Read(Text, new() { Targets = ["y"], Missing = MissingValues.Drop }).AllTargets);
        Assert.Equal(2, Read("x,y\n1,a\n1,b\n3,\n", new() { Targets = ["y"], Missing = MissingValues.Drop }).Count);
    }

    [Fact]
    public void Markers_that_are_given_hold_for_all_columns_and_numbers_may_be_markers()
    {
        Dataset data = Read(
            "x,c\n-999,a\n1,none\n-999.0,b\n", new() { Missing = MissingValues.Keep, Categories = ["c"], MissingMarkers = ["-999", "none"] });

        Assert.Equal([float.NaN, 0, 1, float.NaN, float.NaN, 1], data.AllFeatures);
    }

    [Fact]
    public void What_programs_write_for_nothing_is_text_among_text()
    {
        Dataset data = Read("x,c\n1,NA\n2,None\n3,NA\n", new() { Targets = ["c"] });

        Assert.Equal(["NA", "None"], data.Classes);
    }

    [Fact]
    public void A_column_without_a_value_is_left_out_unless_it_was_called_by_its_name()
    {
        Dataset data = Read("a,b\n,1\nNA,2\n", null, out TableReport report);

        Assert.Equal(["b"], data.FeatureNames);
        Assert.Equal("all cells are missing", report.Columns[0].Remark);
        Assert.Throws<DataFormatException>(() => Read("a,b\n,1\nNA,2\n", new() { Features = ["a", "b"], Missing = MissingValues.Mean }));
        Assert.Equal([float.NaN, 1, float.NaN, 2], Read("a,b\n,1\nNA,2\n", new() { Features = ["a", "b"], Missing = MissingValues.Keep }).AllFeatures);
    }

    [Fact]
    public void A_table_in_which_each_row_misses_something_is_refused()
    {
        DataFormatException error = Assert.Throws<DataFormatException>(() => Read("a,b\n,1\n2,\n", new() { Missing = MissingValues.Drop }));

        Assert.Contains("none is left", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Kept_rows_are_found_by_their_numbers()
    {
        RandomStream random = new(3, 0);
        foreach (int sparse in new[] { 1, 2, 50, 5_000 })
        {
            KeptRows kept = new(40_000);
            List<long> rows = [];
            for (int row = 0; row < 40_000; row++)
            {
                if (random.NextInt(sparse) == 0)
                {
                    rows.Add(row);
                    kept.Keep(row);
                }
            }

            kept.Complete();
            Assert.Equal(rows.Count, kept.Count);
            Assert.Equal(rows, Enumerable.Range(0, rows.Count).Select(number => kept.RowOf(number)));
        }
    }

    private static Dataset Read(string text, CsvOptions? options) => Read(text, options, out _);

    private static Dataset Read(string text, CsvOptions? options, out TableReport report)
    {
        using TemporaryFile file = new(text);
        return CsvFile.Read(file.Path, options, out report);
    }
}
