using System.Globalization;
using System.Text.Json;
using NetDsl.Data;
using NetDsl.Data.Hdf5;

namespace NetDsl.Tests.Data.Hdf5;

/// <summary>Files of h5py, pandas and PyTables, against what h5py reads from them; both by Vectors/hdf5.py.</summary>
public sealed class Hdf5VectorTests
{
    public static TheoryData<string> Names => [.. Hdf5Vectors.Names.Where(name => File.Exists(Hdf5Vectors.File($"{name}.json")))];

    [Fact]
    public void There_are_at_least_twenty_kinds_of_files() => Assert.True(Hdf5Vectors.Names.Count >= 20);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_file_reads_back_value_for_value(string name)
    {
        using JsonDocument expected = Hdf5Vectors.Expected(name);
        using Hdf5File file = Hdf5File.Open(Hdf5Vectors.File($"{name}.h5"));
        int compared = 0;
        foreach (JsonProperty dataset in expected.RootElement.GetProperty("datasets").EnumerateObject())
        {
            Compare(file.FindDataset(dataset.Name), dataset.Value);
            compared++;
        }

        foreach (JsonProperty group in expected.RootElement.GetProperty("groups").EnumerateObject())
        {
            Hdf5Group found = Assert.IsType<Hdf5Group>(file.Find(group.Name));
            Assert.Equal(Texts(group.Value.GetProperty("links")).Order(StringComparer.Ordinal), found.Links.Select(link => link.Name));
            CompareAttributes(found, group.Value.GetProperty("attributes"));
        }

        foreach (JsonElement type in expected.RootElement.GetProperty("types").EnumerateArray())
            Assert.IsType<Hdf5NamedType>(file.Find(type.GetString()!));

        Assert.True(compared > 0);
    }

    private static void Compare(Hdf5Dataset dataset, JsonElement expected)
    {
        Assert.Equal(Numbers(expected.GetProperty("shape")), dataset.Shape);
        Assert.Equal(Texts(expected.GetProperty("filters")), dataset.Filters);
        JsonElement chunks = expected.GetProperty("chunks");
        Assert.Equal(chunks.ValueKind == JsonValueKind.Null ? null : Numbers(chunks), dataset.ChunkShape);
        CompareAttributes(dataset, expected.GetProperty("attributes"));
        if (!expected.TryGetProperty("values", out JsonElement values))
            AssertRefused(dataset);
        else if (values.ValueKind == JsonValueKind.Object)
            CompareTable(dataset, values);
        else if (dataset.Type.IsText)
            Assert.Equal(Texts(values), dataset.ReadStrings(0, (int)dataset.Rows));
        else
            CompareNumbers(dataset, values);
    }

    private static void CompareNumbers(Hdf5Dataset dataset, JsonElement expected)
    {
        int length = (int)(dataset.Rows * dataset.RowLength);
        Assert.Equal(expected.GetArrayLength(), length);
        double[] doubles = new double[length];
        dataset.ReadRows<double>(0, doubles);
        Assert.Equal(Doubles(expected), doubles);
        float[] floats = new float[length];
        dataset.ReadRows<float>(0, floats);
        Assert.Equal(Doubles(expected).Select(value => (float)value), floats);
        if (dataset.Type.Class is Hdf5TypeClass.Float or Hdf5TypeClass.Array)
            return;

        decimal[] integers = [.. expected.EnumerateArray().Select(value => value.GetDecimal())];
        if (integers.All(value => value is >= long.MinValue and <= long.MaxValue))
        {
            long[] longs = new long[length];
            dataset.ReadRows<long>(0, longs);
            Assert.Equal(integers, longs.Select(value => (decimal)value));
        }
        else
        {
            ulong[] longs = new ulong[length];
            dataset.ReadRows<ulong>(0, longs);
            Assert.Equal(integers, longs.Select(value => (decimal)value));
            Assert.Throws<DataFormatException>(() => dataset.ReadRows<long>(0, new long[length]));
        }
    }

    private static void CompareTable(Hdf5Dataset dataset, JsonElement fields)
    {
        using Hdf5Rows rows = dataset.ReadTable(0, (int)dataset.Rows);
        foreach (JsonProperty field in fields.EnumerateObject())
        {
            Hdf5Field found = Assert.IsType<Hdf5Field>(dataset.Type.FindField(field.Name));
            if (found.Type.IsText)
            {
                Assert.Equal(Texts(field.Value), rows.ReadStrings(field.Name));
                continue;
            }

            double[] expected = Doubles(field.Value);
            double[] together = new double[expected.Length];
            rows.Read<double>(field.Name, together);
            Assert.Equal(expected, together);
            float[] alone = new float[expected.Length];
            dataset.ReadField<float>(field.Name, 0, alone);
            Assert.Equal(expected.Select(value => (float)value), alone);
        }
    }

    private static void CompareAttributes(Hdf5Object found, JsonElement expected)
    {
        Assert.Equal(
            expected.EnumerateObject().Select(attribute => attribute.Name).Order(StringComparer.Ordinal),
            found.Attributes.Select(attribute => attribute.Name));
        foreach (JsonProperty attribute in expected.EnumerateObject())
        {
            Hdf5Attribute own = found.FindAttribute(attribute.Name)!;
            Assert.Equal(Numbers(attribute.Value.GetProperty("shape")), own.Shape);
            Assert.Equal(own.Count * own.Type.Size, own.ReadBytes().Length);
            if (!attribute.Value.TryGetProperty("values", out JsonElement values))
                Assert.False(own.Type.IsNumeric || own.Type.IsText);
            else if (own.Type.IsText)
                Assert.Equal(Texts(values), own.ReadStrings());
            else
                Assert.Equal(Doubles(values), own.Read<double>());
        }
    }

    private static void AssertRefused(Hdf5Dataset dataset)
    {
        double[] values = new double[dataset.Rows * dataset.RowLength];
        DataFormatException error = Assert.Throws<DataFormatException>(() => dataset.ReadRows<double>(0, values));
        Assert.Contains(dataset.Path, error.Message, StringComparison.Ordinal);
        Assert.Equal(dataset.File.Path, error.Path);
    }

    private static long[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(value => value.GetInt64())];

    private static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(value => value.GetString()!)];

    private static double[] Doubles(JsonElement list) =>
    [
        .. list.EnumerateArray().Select(value => value.ValueKind == JsonValueKind.String
            ? value.GetString() switch
            {
                "inf" => double.PositiveInfinity,
                "-inf" => double.NegativeInfinity,
                "nan" => double.NaN,
                _ => double.Parse(value.GetString()!, CultureInfo.InvariantCulture),
            }
            : value.GetDouble()),
    ];
}
