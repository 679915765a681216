using System.Globalization;
using System.Text.Json;
using NetDsl.Data;

namespace NetDsl.Tests.Data;

/// <summary>Tables as pandas and numpy write them, and what csv_files.py says of them.</summary>
public class CsvVectorTests
{
    private static readonly JsonElement Files = JsonDocument.Parse(File.ReadAllText(Vectors("csv_files.json"))).RootElement;

    public static IEnumerable<TheoryDataRow<string>> Names => Files.EnumerateObject().Select(file => new TheoryDataRow<string>(file.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_table_of_pandas_or_numpy_reads_back_value_for_value(string name)
    {
        JsonElement expected = Files.GetProperty(name);
        string path = Vectors("data_files", name);
        CsvOptions options = new()
        {
            Delimiter = expected.GetProperty("delimiter").GetString()![0],
            HasHeader = expected.GetProperty("header").GetBoolean(),
            Missing = MissingValues.Keep,
        };

        Dataset data = CsvFile.Read(path, options);

        JsonProperty[] columns = [.. expected.GetProperty("columns").EnumerateObject()];
        Assert.Equal(columns.Select(column => column.Name), data.FeatureNames);
        for (int column = 0; column < columns.Length; column++)
        {
            uint[] bits = [.. columns[column].Value.EnumerateArray().Select(value => value.ValueKind == JsonValueKind.Null
                ? BitConverter.SingleToUInt32Bits(float.NaN)
                : uint.Parse(value.GetString()!, NumberStyles.HexNumber, CultureInfo.InvariantCulture))];
            Assert.Equal(bits, Enumerable.Range(0, data.Count).Select(row => BitConverter.SingleToUInt32Bits(data.Features(row)[column])));
        }
    }

    [Theory]
    [InlineData("csv_unicode.csv")]
    [InlineData("csv_escaped.csv")]
    public void Labels_in_any_script_and_with_quotation_marks_are_read(string name)
    {
        JsonElement labels = Files.GetProperty(name).GetProperty("labels");

        Dataset data = CsvFile.Read(Vectors("data_files", name), new() { Targets = [labels.GetProperty("column").GetString()!] });

        Assert.Equal(
            labels.GetProperty("values").EnumerateArray().Select(value => value.GetString()),
            Enumerable.Range(0, data.Count).Select(row => data.Classes![data.ClassOf(row)]));
    }

    [Theory]
    [InlineData("when")]
    [InlineData("day")]
    public void Dates_are_seconds_since_1970(string column)
    {
        JsonElement times = Files.GetProperty("csv_dates.csv").GetProperty("times").GetProperty(column);

        Dataset data = CsvFile.Read(Vectors("data_files", "csv_dates.csv"), new() { Time = column });

        Assert.Equal(times.EnumerateArray().Select(value => value.GetDouble()), data.Keys.Times.ToArray());
    }

    private static string Vectors(params string[] parts) => Repository.File(["tests", "NetDsl.Tests", "Vectors", .. parts]);
}
