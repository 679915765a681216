using System.Globalization;
using System.Text;
using NetDsl.Data;
using NetDsl.Kernels;

namespace NetDsl.Tests.Data;

public class CsvFileTests
{
    private const string Iris = """
        sepal,petal,species
        5.1,1.4,setosa
        6.2,4.5,versicolor
        5.0,1.3,setosa
        6.5,5.8,virginica

        """;

    [Fact]
    public void Text_labels_become_classes_in_ordinal_order()
    {
        Dataset data = Read(Iris, new() { Targets = ["species"] });

        Assert.Equal(["setosa", "versicolor", "virginica"], data.Classes);
        Assert.Equal(["sepal", "petal"], data.FeatureNames);
        Assert.Equal([5.1f, 1.4f, 6.2f, 4.5f, 5.0f, 1.3f, 6.5f, 5.8f], data.AllFeatures);
        Assert.Equal([1f, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 1], data.AllTargets);
        Assert.Equal([3], data.TargetShape);
    }

    [Fact]
    public void Columns_of_text_are_left_out_unless_they_are_asked_for()
    {
        Dataset data = Read("name,x,note,y\na,1,,2\nb,3,new,4\n");

        Assert.Equal(["x", "y"], data.FeatureNames);
        Assert.Equal([1f, 2, 3, 4], data.AllFeatures);
        Assert.Equal(0, data.TargetSize);
    }

    [Fact]
    public void Chosen_features_come_in_the_order_chosen()
    {
        Dataset data = Read(Iris, new() { Targets = ["species"], Features = ["petal", "sepal"] });

        Assert.Equal(["petal", "sepal"], data.FeatureNames);
        Assert.Equal([1.4f, 5.1f], data.Features(0));
    }

    [Fact]
    public void A_number_in_the_target_column_is_a_value_and_on_request_a_class()
    {
        const string Text = "x,y\n1,10\n2,9\n3,10\n";

        Assert.Equal([10f, 9, 10], Read(Text, new() { Targets = ["y"] }).AllTargets);
        Dataset classes = Read(Text, new() { Targets = ["y"], Labels = LabelEncoding.OneHot });
        Assert.Equal(["9", "10"], classes.Classes);
        Assert.Equal([0f, 1, 1, 0, 0, 1], classes.AllTargets);
        Dataset binary = Read(Text, new() { Targets = ["y"], Labels = LabelEncoding.Binary });
        Assert.Equal([1f, 0, 1], binary.AllTargets);
        Assert.Equal([1], binary.TargetShape);
        Assert.Equal(1, binary.ClassOf(0));
    }

    [Fact]
    public void Several_target_columns_are_values()
    {
        Dataset data = Read("x,a,b\n1,2,3\n4,5,6\n", new() { Targets = ["b", "a"] });

        Assert.Equal(["b", "a"], data.TargetNames);
        Assert.Equal([3f, 2, 6, 5], data.AllTargets);
        Assert.Throws<ArgumentException>(() => Read("x,a,b\n1,2,3\n", new() { Targets = ["a", "b"], Labels = LabelEncoding.OneHot }));
    }

    [Fact]
    public void Without_a_header_columns_are_called_by_their_places()
    {
        Dataset data = Read("1;2;yes\n3;4;no\n", new() { HasHeader = false, Delimiter = ';', Targets = ["2"] });

        Assert.Equal(["0", "1"], data.FeatureNames);
        Assert.Equal([1f, 2, 3, 4], data.AllFeatures);
        Assert.Equal(["no", "yes"], data.Classes);
    }

    [Fact]
    public void Known_classes_fix_the_order_of_the_targets()
    {
        Dataset data = Read("x,y\n1,dog\n2,cat\n", new() { Targets = ["y"], Classes = ["dog", "fish", "cat"] });

        Assert.Equal(["dog", "fish", "cat"], data.Classes);
        Assert.Equal([1f, 0, 0, 0, 0, 1], data.AllTargets);
    }

    [Fact]
    public void A_label_out_of_range_is_refused_with_its_line_and_column()
    {
        AssertRefused(
            "x,y\n1,0\n2,1\n3,2\n", new() { Targets = ["y"], Classes = ["0", "1"] }, 4, "y", "label '2' is out of range; the classes are 0, 1");
    }

    [Fact]
    public void Quotes_spaces_blank_lines_line_ends_and_byte_order_marks_are_understood()
    {
        Dataset data = Read("\uFEFF\"a \"\"b\"\"\" , \"c,d\"\r\n\r\n 1.5 ,\"2e-3\"\r\n\r\n-3,+4");

        Assert.Equal(["a \"b\"", "c,d"], data.FeatureNames);
        Assert.Equal([1.5f, 0.002f, -3, 4], data.AllFeatures);
    }

    [Fact]
    public void A_nameless_column_is_called_by_its_place()
    {
        Assert.Equal(["0", "x"], Read(",x\n0,1\n1,2\n").FeatureNames);
    }

    [Fact]
    public void A_packed_file_is_read_like_a_plain_one()
    {
        using TemporaryFile file = new(TemporaryFile.Pack(Encoding.UTF8.GetBytes(Iris)));

        Assert.Equal(4, CsvFile.Read(file.Path, new() { Targets = ["species"] }).Count);
    }

    [Fact]
    public void The_culture_of_the_thread_does_not_matter()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            comma.NumberFormat.NumberDecimalSeparator = ",";
            comma.NumberFormat.NumberGroupSeparator = ".";
            CultureInfo.CurrentCulture = comma;

            Assert.Equal([1.5f], Read("x\n1.5\n").AllFeatures);
            AssertRefused("x\n1.5\n\"1,5\"\n", new(), 3, "x", "'1,5' is no number");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_line_break_in_a_quoted_cell_counts_as_a_line()
    {
        AssertRefused("note,x\n\"two\nlines\",1\na,b\n", new(), 4, "x", "'b' is no number");
    }

    [Theory]
    [InlineData("x,y\n1,2\n3\n", "the row has 1 cells; the header has 2")]
    [InlineData("x,y\n1,2\n3,4,5\n", "the row has 3 cells; the header has 2")]
    public void A_ragged_row_is_refused_with_its_line_number(string text, string message)
    {
        AssertRefused(text, new(), 3, null, message);
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("nan")]
    [InlineData("Infinity")]
    [InlineData("-Infinity")]
    [InlineData("1e39")]
    public void A_number_that_is_not_finite_is_refused_with_its_line_and_column(string cell)
    {
        AssertRefused($"x,y\n1,2\n3,{cell}\n", new(), 3, "y", $"'{cell}' is no finite number");
        AssertRefused($"x,y\n1,2\n3,{cell}\n", new() { Targets = ["y"] }, 3, "y", $"'{cell}' is no finite number");
    }

    [Theory]
    [InlineData("x,y\n1,2\n3,four\n", 3, "'four' is no number")]
    [InlineData("x,y\n1,2\n3,\n", 3, "the cell is empty")]
    [InlineData("x,y\n1,n/a\n3,4\n", 2, "'n/a' is no number")]
    [InlineData("x,y\n1,2\n3,inf\n", 3, "'inf' is no number")]
    [InlineData("x,y\n1,2\n3,0x10\n", 3, "'0x10' is no number")]
    [InlineData("x,y\n1,2\n3,\"1,000\"\n", 3, "'1,000' is no number")]
    public void A_cell_without_a_number_among_numbers_is_refused_with_its_line_and_column(string text, int line, string message)
    {
        AssertRefused(text, new(), line, "y", message);
    }

    [Fact]
    public void Text_in_a_column_that_was_asked_for_is_refused()
    {
        AssertRefused(Iris, new() { Features = ["species"] }, 2, "species", "'setosa' is no number");
    }

    [Fact]
    public void A_missing_column_is_refused_and_those_there_are_are_listed()
    {
        AssertRefused(Iris, new() { Targets = ["Species"] }, null, "Species", "There are: sepal, petal, species");
        AssertRefused(Iris, new() { Features = ["colour"] }, null, "colour", "there is no column 'colour'");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    public void An_empty_file_is_refused(string text)
    {
        AssertRefused(text, new(), null, null, "the file is empty");
    }

    [Fact]
    public void A_file_without_rows_or_without_numbers_is_refused()
    {
        AssertRefused("x,y\n", new(), null, null, "a header and no rows");
        AssertRefused("x,y\na,b\n", new(), null, null, "no column but the targets holds numbers");
    }

    [Fact]
    public void A_header_with_the_same_name_twice_is_refused()
    {
        AssertRefused("x,y,x\n1,2,3\n", new(), 1, "x", "twice");
    }

    [Fact]
    public void Labels_that_make_no_classes_are_refused()
    {
        AssertRefused("x,y\n1,a\n2,a\n", new() { Targets = ["y"] }, null, "y", "at least two classes are needed");
        AssertRefused(Iris, new() { Targets = ["species"], Labels = LabelEncoding.Binary }, null, "species", "exactly two classes");
        AssertRefused("x,y\n1,a\n2,\n", new() { Targets = ["y"] }, 3, "y", "the label is empty");
        string names = string.Concat(Enumerable.Range(0, 5000).Select(i => $"{i},n{i}\n"));
        AssertRefused("x,y\n" + names, new() { Targets = ["y"] }, 4098, "y", "more than 4096 different labels");
    }

    [Fact]
    public void Contradictory_options_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Read(Iris, new() { Targets = ["petal"], Features = ["petal"] }));
        Assert.Throws<ArgumentException>(() => Read(Iris, new() { Targets = ["species"], Classes = ["a", "a"] }));
        Assert.Throws<ArgumentException>(() => Read(Iris, new() { Labels = LabelEncoding.OneHot }));
        Assert.Throws<ArgumentException>(
            () => Read(Iris, new() { Targets = ["petal"], Labels = LabelEncoding.Value, Classes = ["a", "b"] }));
    }

    [Fact]
    public void A_quotation_mark_without_partner_is_refused()
    {
        string lines = string.Concat(Enumerable.Repeat("1,2\n", 30_000));

        DataFormatException error = Assert.Throws<DataFormatException>(() => Read("x,y\n1,2\n3,\"4\n" + lines));

        Assert.Contains("quotation mark", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x,y\n1,a\n2,\"b\n3,c\n")]
    [InlineData("x,y\n1,a\n2,\"b")]
    [InlineData("x,y\n1,a\n2,\"b\n3,\"c\n")]
    public void Rows_swallowed_by_a_stray_quotation_mark_are_not_lost_without_a_word(string text)
    {
        foreach (CsvOptions options in new CsvOptions[] { new() { Targets = ["y"] }, new() { Features = ["x"] }, new() })
        {
            using TemporaryFile file = new(text);
            DataFormatException error = Assert.Throws<DataFormatException>(() => CsvFile.Read(file.Path, options));
            Assert.Contains("quotation mark", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_quotation_mark_within_a_cell_is_taken_as_it_is()
    {
        Assert.Equal(["4", "5\" pipe"], Read("x,y\n1,5\" pipe\n2,4\n", new() { Targets = ["y"], Labels = LabelEncoding.OneHot }).Classes);
    }

    [Fact]
    public void A_packed_file_cut_off_anywhere_is_refused()
    {
        byte[] whole = TemporaryFile.Pack(Encoding.UTF8.GetBytes(Iris));
        for (int length = 0; length < whole.Length; length++)
        {
            using TemporaryFile file = new(whole[..length]);
            Assert.Throws<DataFormatException>(() => CsvFile.Read(file.Path, new() { Targets = ["species"] }));
        }
    }

    /// <summary>Whatever the bytes, the answer is a data set of finite numbers or an error for the person.</summary>
    [Fact]
    public void Random_changes_of_a_file_never_end_in_another_error()
    {
        RandomStream random = new(11, 0);
        byte[] whole = Encoding.UTF8.GetBytes(Iris);
        int read = 0;
        for (int trial = 0; trial < 2_000; trial++)
        {
            byte[] changed = [.. whole];
            for (int change = random.NextInt(3); change >= 0; change--)
            {
                changed[random.NextInt(changed.Length)] = (byte)",\"\n\r.x9\0\xFF"[random.NextInt(9)];
            }

            using TemporaryFile file = new(changed[..(changed.Length - random.NextInt(10))]);
            try
            {
                Dataset data = CsvFile.Read(file.Path, new() { Targets = [trial % 2 == 0 ? "species" : "petal"] });
                Assert.All(data.AllFeatures.ToArray(), value => Assert.True(float.IsFinite(value)));
                read++;
            }
            catch (DataFormatException error)
            {
                Assert.Equal(file.Path, error.Path);
            }
        }

        Assert.InRange(read, 1, 1_999);
    }

    [Fact]
    public void A_file_that_is_not_there_is_reported_as_such()
    {
        Assert.Throws<FileNotFoundException>(() => CsvFile.Read(Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv")));
    }

    private static Dataset Read(string text, CsvOptions? options = null)
    {
        using TemporaryFile file = new(text);
        return CsvFile.Read(file.Path, options);
    }

    private static void AssertRefused(string text, CsvOptions options, long? line, string? column, string message)
    {
        using TemporaryFile file = new(text);
        DataFormatException error = Assert.Throws<DataFormatException>(() => CsvFile.Read(file.Path, options));
        Assert.Equal(file.Path, error.Path);
        Assert.Equal(line, error.Row);
        Assert.Equal(column, error.Column);
        Assert.StartsWith(file.Path, error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }
}
