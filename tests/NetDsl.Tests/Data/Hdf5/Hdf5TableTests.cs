using NetDsl.Data;
using NetDsl.Data.Hdf5;

namespace NetDsl.Tests.Data.Hdf5;

public class Hdf5TableTests
{
    [Theory]
    [InlineData("pandas_table")]
    [InlineData("pandas_columns")]
    public void A_DataFrame_is_a_table_whose_columns_have_their_names(string name)
    {
        Hdf5Options options = new() { Targets = ["kind"], Categories = ["name"], Time = "time" };

        Dataset data = Hdf5Data.Read(Vector(name), options, out TableReport? report);

        Assert.Equal(["energy", "count", "good", "name", "small"], data.FeatureNames);
        Assert.Equal(["helium", "iron", "proton"], data.Classes);
        Assert.Equal(12, data.Count);
        Assert.Equal([3 / 11f, 3, 1, 5, 0.75f], data.Features(3).ToArray());
        Assert.Equal("event 3", data.Layout.Categories[3][5]);
        Assert.Equal([2, 1, 0, 2], Enumerable.Range(0, 4).Select(data.ClassOf));
        Assert.Equal([1577836800, 1577836800 + 86400], data.Keys.Times[..2].ToArray());
        Assert.Equal(["index", "energy", "count", "good", "name", "kind", "time", "small"], report!.Columns.Select(column => column.Name));
        Assert.Equal(TableFieldKind.Date, report.Columns[6].Kind);
        Assert.Equal(TableFieldKind.Truth, report.Columns[3].Kind);
    }

    [Fact]
    public void A_DataFrame_of_the_fixed_format_is_a_table_too()
    {
        Dataset data = Hdf5Data.Read(Vector("pandas_fixed"), new Hdf5Options { Targets = ["energy"], ExcludedFeatures = ["good"] });

        Assert.Equal(["count", "small"], data.FeatureNames);
        Assert.Equal([5f, 1.25f], data.Features(5).ToArray());
        Assert.Equal([5 / 11f], data.Targets(5).ToArray());
        Assert.Equal(["index", "count"], Hdf5Data.Read(Vector("pandas_fixed"), new Hdf5Options { Features = ["index", "count"] }).FeatureNames);
        Assert.Equal([1.5f, 2.5f], Hdf5Data.Read(Vector("pandas_series")).AllFeatures.ToArray());
    }

    [Fact]
    public void Rows_with_named_fields_are_a_table_also_with_nested_ones_and_arrays()
    {
        Hdf5Options options = new() { Location = "/chunked", Features = ["big", "hits", "inner.deep.*"], Targets = ["label"] };

        Dataset data = Hdf5Data.Read(Vector("tables"), options);

        Assert.Equal(["big", "hits[0]", "hits[1]", "hits[2]", "inner.deep.n", "inner.deep.flag"], data.FeatureNames);
        Assert.Equal([7 / 3f, 7, 7.5f, -7, 70, 1], data.Features(7).ToArray());
        Assert.Equal("label 7", data.Classes![data.ClassOf(7)]);
    }

    [Fact]
    public void A_table_of_PyTables_is_read_with_its_truth_values_and_enums()
    {
        Dataset data = Hdf5Data.Read(Vector("pytables"), new Hdf5Options { Location = "events", Features = ["hits", "good"], Targets = ["inner.x"] });

        Assert.Equal(7, data.Count);
        Assert.Equal([2, 3, 4, 5, 6, 7, 0], data.Features(2).ToArray());
        Assert.Equal([-2f], data.Targets(2).ToArray());
    }

    [Fact]
    public void An_enum_is_a_column_of_classes()
    {
        using TableFile table = Hdf5Data.OpenTable(Vector("enums"), "colours");

        TableField field = table.Fields.Single(field => field.Name == "colours");
        ColumnBlock block = new(table.Fields.ToList().IndexOf(field), ColumnContent.Text);
        table.Read(0, 4, [block]);

        Assert.Equal(TableFieldKind.Text, field.Kind);
        Assert.Equal(["blue", "green", "red"], field.Texts!.Order(StringComparer.Ordinal));
        Assert.Equal(["red", "green", "blue", "red"], block.Codes.ToArray().Select(code => block.Texts.Texts[code]));
    }

    [Fact]
    public void A_file_with_several_tables_is_refused_with_a_list_of_them()
    {
        DataFormatException error = Assert.Throws<DataFormatException>(() => Hdf5Data.Read(Vector("tables")));

        Assert.Contains("more than one table or array", error.Message, StringComparison.Ordinal);
        Assert.Contains("/chunked", error.Message, StringComparison.Ordinal);
        Assert.Contains("/deflate", error.Message, StringComparison.Ordinal);
        Assert.Contains("shuffle, deflate", error.Message, StringComparison.Ordinal);
        Assert.Contains("/chunked", Hdf5Data.Describe(Vector("tables")), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_file_does_not_have_is_refused_with_what_it_has()
    {
        Assert.Contains("There is events", Refused("pandas_table", new Hdf5Options { Location = "event" }), StringComparison.Ordinal);
        Assert.Contains("no column 'knd'", Refused("pandas_table", new Hdf5Options { Targets = ["knd"] }), StringComparison.Ordinal);
        Assert.Contains("is a single value", Refused("empty", new Hdf5Options { Location = "scalar" }), StringComparison.Ordinal);
        Assert.Contains("no list of rows", Refused("tables", new Hdf5Options { Location = "two_extents" }), StringComparison.Ordinal);
        Assert.Contains("'sequences' cannot be read: it holds sequence", Refused("others", new Hdf5Options { Features = ["bits", "sequences"] }), StringComparison.Ordinal);
        Assert.Contains("numbers or texts were expected", Refused("pytables", new Hdf5Options { Location = "group/objects" }), StringComparison.Ordinal);
        Assert.Contains("Most were never written", Refused("huge", new Hdf5Options { Features = ["huge"] }), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_file_of_the_vectors_can_be_described()
    {
        foreach (string name in Hdf5Vectors.Names)
        {
            Assert.StartsWith("Path", Hdf5Data.Describe(Vector(name)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Pickles_of_names_are_understood_and_nothing_else_is()
    {
        Assert.Equal(["e", "1", "Ω\\x"], PickledNames.ReadList("(lp0\nVe\np1\naI1\naV\\u03a9\\u005cx\np2\na.")!);
        Assert.Null(PickledNames.ReadList("cos\nsystem\n(S'ls'\ntR."));
        Assert.Null(PickledNames.ReadList("(lp0\nVe"));
        Assert.Null(PickledNames.ReadList(string.Empty));
        Assert.Null(PickledNames.ReadList("((((a."));
    }

    private static string Vector(string name) => Hdf5Vectors.File($"{name}.h5");

    private static string Refused(string name, Hdf5Options options) =>
        Assert.Throws<DataFormatException>(() => Hdf5Data.Read(Vector(name), options)).Message;
}
