using System.Collections;
using System.Globalization;
using NetDsl.Data;

namespace NetDsl.Tests.Data;

public class DatasetBuilderTests
{
    [Fact]
    public void Numbers_of_all_types_text_and_truth_values_are_features()
    {
        object[] cells = [1.5, 2.5f, -3, 4L, 5.5m, (byte)6, (short)-7, 8u, 9UL, (ushort)10, (sbyte)-11, (Half)12.5, "1.25", true, false];

        Dataset data = Build([.. cells.Select((_, i) => $"c{i}")], null, cells);

        Assert.Equal([1.5f, 2.5f, -3, 4, 5.5f, 6, -7, 8, 9, 10, -11, 12.5f, 1.25f, 1, 0], data.AllFeatures);
    }

    [Fact]
    public void The_culture_of_the_thread_changes_neither_numbers_nor_labels()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            comma.NumberFormat.NumberDecimalSeparator = ",";
            CultureInfo.CurrentCulture = comma;

            Dataset data = Build(["x", "y"], Labelled("y"), ["1.5", 0.5], ["2.5", 1.5]);

            Assert.Equal([1.5f, 2.5f], data.AllFeatures);
            Assert.Equal(["0.5", "1.5"], data.Classes);
            Assert.Contains("'1,5' is no number", Refuse(["x"], null, [1], ["1,5"]).Message, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Anything_may_be_a_label()
    {
        Assert.Equal(["False", "True"], Build(["x", "y"], Labelled("y"), [1, true], [2, false]).Classes);
        Assert.Equal(["2", "10"], Build(["x", "y"], Labelled("y"), [1, 10], [2, "2"]).Classes);
        Assert.Equal(["Friday", "Monday"], Build(["x", "y"], Labelled("y"), [1, DayOfWeek.Monday], [2, DayOfWeek.Friday]).Classes);
    }

    [Fact]
    public void Weights_come_from_their_column_and_are_no_feature()
    {
        Dataset data = Build(["x", "w", "y"], new() { Targets = ["y"], SampleWeights = "w" }, [1, -0.5, 3], [4, "2", 6]);

        Assert.Equal(["x"], data.FeatureNames);
        Assert.Equal([-0.5f, 2], data.SampleWeights);
        Assert.Equal("w", data.WeightName);
        Assert.Equal("w", data.Subset([1]).WeightName);
    }

    [Fact]
    public void An_array_is_as_many_features_and_keeps_its_shape_where_it_is_alone()
    {
        Dataset flat = Build(["a", "x"], null, [new double[] { 1, 2 }, 3], [new[] { 4, 5 }, 6]);
        Assert.Equal([1f, 2, 3, 4, 5, 6], flat.AllFeatures);
        Assert.Equal(["a[0]", "a[1]", "x"], flat.FeatureNames);

        foreach (object image in new object[]
        {
            new[,] { { 1, 2, 3 }, { 4, 5, 6 } },
            new[] { new float[] { 1, 2, 3 }, [4, 5, 6] },
            new ArrayList { new byte[] { 1, 2, 3 }, new object[] { "4", 5.0, 6m } },
        })
        {
            Dataset data = Build(["image"], null, [image]);
            Assert.Equal([2, 3], data.FeatureShape);
            Assert.Equal([1f, 2, 3, 4, 5, 6], data.AllFeatures);
            Assert.Null(data.FeatureNames);
        }
    }

    [Fact]
    public void A_feature_shape_that_is_given_holds_for_arrays_and_for_columns()
    {
        Assert.Equal([2, 1, 1], Build(["a"], new() { FeatureShape = [2, 1, 1] }, [new[] { 1, 2 }]).FeatureShape);
        Dataset data = Build(["a", "b", "c", "d"], new() { FeatureShape = [2, 2] }, [1, 2, 3, 4]);
        Assert.Equal([2, 2], data.FeatureShape);
        Assert.Equal(["a", "b", "c", "d"], data.FeatureNames);
        ArgumentException error = Assert.Throws<ArgumentException>(() => Build(["a", "b"], new() { FeatureShape = [3] }, [1, 2]));
        Assert.Contains("(3) has 3 values; the rows have 2, in the columns a, b", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_array_may_be_the_target()
    {
        Dataset data = Build(["x", "y"], new() { Targets = ["y"] }, [1, new[,] { { 2, 3 } }], [4, new[,] { { 5, 6 } }]);

        Assert.Equal([1, 2], data.TargetShape);
        Assert.Equal([2f, 3, 5, 6], data.AllTargets);
    }

    [Fact]
    public void Columns_of_text_are_left_out_and_named()
    {
        DatasetBuilder builder = new(["name", "x", "tags", "none"]);
        builder.Add(["a", 1, new[] { "red" }, null]);
        builder.Add(["b", 2, Array.Empty<string>(), DBNull.Value]);

        Assert.Equal(["name", "tags", "none"], builder.TextColumns);
        Assert.Equal(["x"], builder.Build().FeatureNames);
    }

    [Fact]
    public void Only_the_columns_that_are_wanted_are_used()
    {
        DatasetBuilder builder = new(["a", "b", "c", "d"], new() { Targets = ["c"], Features = ["a"], SampleWeights = "d" });

        Assert.Equal([true, false, true, true], Enumerable.Range(0, 4).Select(builder.Uses));
        Assert.Equal(4, builder.Columns.Count);
    }

    [Theory]
    [InlineData("12a", "'12a' is no number")]
    [InlineData("", "the cell is empty")]
    [InlineData(null, "the cell is empty")]
    [InlineData(double.NaN, "'NaN' is no finite number of single precision")]
    [InlineData(1e300, "'1E+300' is no finite number of single precision")]
    [InlineData(new[] { 1.0 }, "the cell holds an array of shape (1); the first row has one number")]
    public void A_cell_that_does_not_fit_is_refused_with_the_number_of_its_object(object? cell, string message)
    {
        DataFormatException error = Refuse(["x", "y"], null, [1, 2], [3, cell]);

        Assert.Equal(2, error.Row);
        Assert.Equal("y", error.Column);
        Assert.StartsWith($"Object 2, column 'y': {message}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_above_numbers_is_refused_where_it_stands()
    {
        DataFormatException error = Refuse(["x", "y"], null, [1, "n/a"], [3, 4]);

        Assert.StartsWith("Object 1, column 'y': 'n/a' is no number", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_array_that_does_not_fit_is_refused_with_what_is_wrong_in_it()
    {
        Assert.Contains("the value at [1, 0] is NaN", RefuseArray((object)new[] { new[] { 1.0 }, [double.NaN] }), StringComparison.Ordinal);
        Assert.Contains("ragged", RefuseArray((object)new[] { new[] { 1 }, [2, 3] }), StringComparison.Ordinal);
        Assert.Contains("the element 'b' of the array is no number", RefuseArray((object)new[] { "1", "b" }), StringComparison.Ordinal);
        Assert.Contains("the array is empty", RefuseArray(Array.Empty<int>()), StringComparison.Ordinal);
        Assert.Contains(
            "an array of shape (1); the first row has an array of shape (2)", RefuseArray(new[] { 1, 2 }, new[] { 1 }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_column_is_refused_and_those_there_are_are_listed()
    {
        DataFormatException error = Assert.Throws<DataFormatException>(() => new DatasetBuilder(["x", "y"], new() { SampleWeights = "w" }));

        Assert.Equal("w", error.Column);
        Assert.Contains("there is no column 'w'. There are: x, y.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_rows_and_rows_of_another_length_are_refused()
    {
        Assert.Throws<DataFormatException>(() => new DatasetBuilder(["x"]).Build());
        Assert.Throws<ArgumentException>(() => new DatasetBuilder(["x"]).Add([1, 2]));
    }

    private static TableOptions Labelled(string column) => new() { Targets = [column], Labels = LabelEncoding.OneHot };

    private static Dataset Build(string[] columns, TableOptions? options, params object?[][] rows)
    {
        DatasetBuilder builder = new(columns, options);
        foreach (object?[] row in rows)
        {
            builder.Add(row);
        }

        Assert.Equal(rows.Length, builder.Count);
        return builder.Build();
    }

    private static string RefuseArray(params object[] arrays) =>
        Refuse(["a"], new() { Features = ["a"] }, [.. arrays.Select(array => new object?[] { array })]).Message;

    private static DataFormatException Refuse(string[] columns, TableOptions? options, params object?[][] rows) =>
        Assert.Throws<DataFormatException>(() => Build(columns, options, rows));
}
