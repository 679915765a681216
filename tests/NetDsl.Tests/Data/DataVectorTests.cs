using System.Globalization;
using System.Text.Json;
using NetDsl.Data;
using NetDsl.Interchange;

namespace NetDsl.Tests.Data;

/// <summary>Files that numpy and astropy wrote (Vectors/data_arrays.py), read value for value.</summary>
public class DataVectorTests
{
    public static TheoryData<string> NpyFiles => Names("npy");

    public static TheoryData<string> NpzFiles => Names("npz");

    public static TheoryData<string> FitsFiles => Names("fits");

    [Theory]
    [MemberData(nameof(NpyFiles))]
    public void Reads_an_NPY_file_of_NumPy_value_for_value(string name)
    {
        JsonElement expected = Expected("npy", name);
        if (expected.TryGetProperty("columns", out JsonElement columns))
        {
            using TableFile table = NpyFile.OpenTable(DataPath(name));
            AssertTable(columns, table);
        }
        else if (IsText(expected))
        {
            DataFormatException error = Assert.Throws<DataFormatException>(() => NpyFile.Read(DataPath(name)));
            Assert.Contains("can only be labels", error.Message, StringComparison.Ordinal);
            using TemporaryFile features = new(string.Empty);
            int rows = (int)Shape(expected).Single();
            NpyFile.Write(features.Path, new NpyArray(new float[rows], [rows]));
            AssertLabels(expected, NpyDataset.ReadLabelled(features.Path, DataPath(name)));
        }
        else
        {
            NpyArray array = NpyFile.Read(DataPath(name));
            Assert.Equal(Shape(expected), array.Shape.Select(extent => (long)extent));
            Assert.Equal(Numbers(expected), array.ToDouble());
        }
    }

    [Theory]
    [MemberData(nameof(NpzFiles))]
    public void Reads_an_NPZ_file_of_NumPy_value_for_value(string name)
    {
        IReadOnlyList<NpzArray> found = NpzFile.List(DataPath(name));
        JsonProperty[] expected = [.. Expected("npz", name).EnumerateObject()];

        Assert.Equal(expected.Select(array => array.Name), found.Select(array => array.Name));
        foreach ((JsonProperty array, NpzArray described) in expected.Zip(found))
        {
            if (array.Value.TryGetProperty("columns", out JsonElement columns))
            {
                using TableFile table = NpzFile.OpenTable(DataPath(name), array.Name);
                AssertTable(columns, table);
                continue;
            }

            Assert.Equal(Shape(array.Value), described.Shape);
            if (!IsText(array.Value))
            {
                Assert.Equal(Numbers(array.Value), NpzFile.Read(DataPath(name), array.Name).ToDouble());
            }
        }
    }

    [Theory]
    [MemberData(nameof(FitsFiles))]
    public void Reads_a_FITS_file_of_astropy_value_for_value(string name)
    {
        IReadOnlyList<FitsHdu> parts = FitsFile.List(DataPath(name));
        JsonElement[] expected = [.. Expected("fits", name).EnumerateArray()];

        Assert.Equal(expected.Select(hdu => hdu.GetProperty("name").GetString()), parts.Select(part => part.Name), StringComparer.OrdinalIgnoreCase);
        Assert.Equal(expected.Select(hdu => hdu.GetProperty("kind").GetString()), parts.Select(part => part.Kind.ToString()));
        foreach ((JsonElement hdu, FitsHdu part) in expected.Zip(parts))
        {
            Assert.Equal(Shape(hdu), part.Shape);
            string index = part.Index.ToString(CultureInfo.InvariantCulture);
            if (hdu.TryGetProperty("columns", out JsonElement columns))
            {
                AssertDescribed(columns, part);
                using TableFile table = FitsFile.OpenTable(DataPath(name), index);
                AssertTable(columns, table);
            }
            else if (part.Shape.Count > 0)
            {
                FitsImage image = FitsFile.ReadImage(DataPath(name), index);
                Assert.Equal(part.Shape, image.Shape.Select(extent => (long)extent));
                Assert.Equal(Numbers(hdu).Select(value => (float)value), image.Values);
            }
        }
    }

    [Theory]
    [MemberData(nameof(NpyFiles))]
    [MemberData(nameof(FitsFiles))]
    public void Reads_some_rows_of_a_table_as_it_reads_all(string name)
    {
        bool isFits = name.StartsWith("fits", StringComparison.Ordinal);
        if (!isFits && !Expected("npy", name).TryGetProperty("columns", out _))
        {
            return;
        }

        using TableFile table = isFits ? FitsFile.OpenTable(DataPath(name)) : NpyFile.OpenTable(DataPath(name));
        ColumnBlock[] whole = Blocks(table);
        table.Read(0, (int)table.Count, whole);
        ColumnBlock[] part = Blocks(table);
        table.Read(1, 2, part);
        for (int i = 0; i < whole.Length; i++)
        {
            int width = table.Fields[i].Width;
            Assert.Equal(whole[i].Doubles.ToArray().Skip(width).Take(2 * width), part[i].Doubles.ToArray());
            Assert.Equal(Texts(whole[i]).Skip(1).Take(2), Texts(part[i]));
        }
    }

    private static ColumnBlock[] Blocks(TableFile table) =>
    [
        .. table.Fields.Select((field, place) =>
            new ColumnBlock(place, field.Kind == TableFieldKind.Text ? ColumnContent.Text : ColumnContent.Double)),
    ];

    private static TheoryData<string> Names(string prefix) => [.. Expected(prefix).EnumerateObject().Select(file => file.Name)];

    private static string DataPath(string name) => Repository.File("tests", "NetDsl.Tests", "Vectors", "data_files", name);

    private static JsonElement Expected(string prefix) => JsonDocument.Parse(File.ReadAllText(DataPath($"{prefix}_expected.json"))).RootElement;

    private static JsonElement Expected(string prefix, string name) => Expected(prefix).GetProperty(name);

    private static bool IsText(JsonElement array) => array.GetProperty("values").EnumerateArray().Any(value =>
        value.ValueKind == JsonValueKind.String && !value.GetString()!.EndsWith("inf", StringComparison.Ordinal));

    private static IEnumerable<long> Shape(JsonElement array) => array.GetProperty("shape").EnumerateArray().Select(extent => extent.GetInt64());

    private static IEnumerable<double> Numbers(JsonElement array) => array.GetProperty("values").EnumerateArray().Select(Number);

    private static double Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => double.NaN,
        JsonValueKind.String => value.GetString()!.StartsWith('-') ? double.NegativeInfinity : double.PositiveInfinity,
        _ => value.GetDouble(),
    };

    private static void AssertLabels(JsonElement expected, Dataset data)
    {
        string[] labels = [.. expected.GetProperty("values").EnumerateArray().Select(value => value.GetString()!)];
        Assert.Equal(labels.Distinct().Order(StringComparer.Ordinal), data.Classes);
        Assert.Equal(labels, Enumerable.Range(0, data.Count).Select(row => data.Classes![data.ClassOf(row)]));
    }

    private static void AssertDescribed(JsonElement columns, FitsHdu part)
    {
        Assert.Equal(columns.EnumerateObject().Select(column => column.Name), part.Columns.Select(column => column.Name));
        foreach (FitsColumn column in part.Columns)
        {
            JsonElement expected = columns.GetProperty(column.Name);
            Assert.Equal(expected.GetProperty("format").GetString(), column.Format);
            Assert.Equal(expected.GetProperty("unit").GetString(), column.Unit);
            Assert.Equal(column.Field is null, column.Problem is not null);
            if (expected.TryGetProperty("problem", out JsonElement problem))
            {
                Assert.Contains(problem.GetString()!, column.Problem, StringComparison.Ordinal);
            }
        }
    }

    private static void AssertTable(JsonElement columns, TableFile table)
    {
        ColumnBlock[] blocks = Blocks(table);
        table.Read(0, (int)table.Count, blocks);
        int place = 0;
        foreach (JsonProperty column in columns.EnumerateObject())
        {
            if (column.Value.TryGetProperty("texts", out JsonElement texts))
            {
                foreach (JsonElement one in texts.EnumerateArray())
                {
                    AssertColumn(one, table.Fields[place], blocks[place++]);
                }
            }
            else if (!column.Value.TryGetProperty("problem", out _) && Numbers(column.Value).Any())
            {
                Assert.Equal(column.Name, table.Fields[place].Name);
                AssertColumn(column.Value, table.Fields[place], blocks[place++]);
            }
        }

        Assert.Equal(blocks.Length, place);
    }

    private static void AssertColumn(JsonElement expected, TableField field, ColumnBlock block)
    {
        Assert.Equal(Shape(expected).Skip(1), field.Shape.Select(extent => (long)extent));
        if (field.Kind == TableFieldKind.Text)
        {
            Assert.Equal(expected.GetProperty("values").EnumerateArray().Select(value => value.GetString()), Texts(block));
        }
        else
        {
            Assert.Equal(Numbers(expected), block.Doubles.ToArray());
        }
    }

    private static IEnumerable<string?> Texts(ColumnBlock block) =>
        block.Codes.ToArray().Select(code => code == TextCodes.Missing ? null : block.Texts.Texts[code]);
}
