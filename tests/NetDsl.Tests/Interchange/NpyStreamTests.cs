using NetDsl.Data;
using NetDsl.Interchange;
using NetDsl.Kernels;

namespace NetDsl.Tests.Interchange;

public sealed class NpyStreamTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Features => this.folder.File("x.npy");

    private string Targets => this.folder.File("y.npy");

    private string Weights => this.folder.File("w.npy");

    public void Dispose() => this.folder.Dispose();

    [Fact]
    public void A_stream_gives_the_rows_that_reading_gives()
    {
        Dataset data = this.WriteRandom(rows: 50);

        using RowSource rows = NpyDataset.Open(this.Features, this.Targets, this.Weights, ["cat", "dog"]);

        Assert.Equal(this.Features, rows.Name);
        Assert.Equal(["cat", "dog"], rows.Layout.Classes);
        AssertSame(data, rows.ReadAll());
        AssertSame(data.Subset([7, 8, 9]), rows.Read(7, 3));
    }

    [Fact]
    public void Some_rows_are_read_without_targets_and_weights()
    {
        Dataset data = this.WriteRandom(rows: 5);
        using RowSource rows = NpyDataset.Open(this.Features, this.Targets, this.Weights);
        float[] features = new float[2 * data.FeatureSize];

        rows.Read(3, 2, new RowValues(features, default, default));

        Assert.Equal([.. data.Features(3), .. data.Features(4)], features);
    }

    [Theory]
    [InlineData("<f8", 3, 5)]
    [InlineData(">f8", 40_000, 3)]
    [InlineData("<f4", 20_000, 2)]
    [InlineData(">i2", 40_000, 3)]
    [InlineData("|u1", 70_000, 2)]
    [InlineData("|u1", 2, 70_000)]
    [InlineData("<f4", 1, 1)]
    public void Rows_of_an_array_in_Fortran_order_are_gathered(string type, int count, int columns)
    {
        float[] values = [.. Enumerable.Range(0, count * columns).Select(i => (float)(byte)(i * 7))];
        File.WriteAllBytes(this.Features, Fortran(type, values, count, columns));
        float[] expected = new float[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            expected[((i % count) * columns) + (i / count)] = values[i];
        }

        using RowSource rows = NpyDataset.Open(this.Features);

        Assert.Equal(expected, NpyFile.Read(this.Features).ToSingle());
        Assert.Equal(expected, rows.ReadAll().AllFeatures);
        int first = count / 3;
        int some = Math.Max(1, count / 2);
        Assert.Equal(expected.AsSpan(first * columns, some * columns), rows.Read(first, some).AllFeatures);
    }

    [Fact]
    public void Text_is_a_label_and_the_order_of_the_classes_may_be_given()
    {
        NpyFile.Write(this.Features, new NpyArray([1f, 2, 3, 4], [4]));
        string labels = Repository.File("tests", "NetDsl.Tests", "Vectors", "data_files", "npy_bytes.npy");

        using RowSource rows = NpyDataset.OpenLabelled(this.Features, labels);
        Assert.Equal(["e", "muon", "photon"], rows.Layout.Classes);
        Assert.Equal([0f, 0, 1, 0, 1, 0], rows.Read(1, 2).AllTargets);

        Dataset ordered = NpyDataset.Read(this.Features, labels, classNames: ["photon", "muon", "e"]);
        Assert.Equal([1, 0, 1, 2], Enumerable.Range(0, 4).Select(ordered.ClassOf));
        DataFormatException error = Assert.Throws<DataFormatException>(() => NpyDataset.Read(this.Features, labels, classNames: ["photon", "muon"]));
        Assert.Equal((labels, 3L), (error.Path, error.Row!.Value));
        Assert.Contains("'e' is none of the classes photon, muon", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => NpyDataset.Read(this.Features, labels, classNames: ["photon", "photon", "e"]));
    }

    [Fact]
    public void A_label_out_of_range_is_refused_when_the_stream_is_opened()
    {
        NpyFile.Write(this.Features, new NpyArray([1f, 2, 3], [3]));
        NpyFile.Write(this.Targets, new NpyArray([0f, 2, 1], [3]));

        DataFormatException error = Assert.Throws<DataFormatException>(() => NpyDataset.OpenLabelled(this.Features, this.Targets, classes: 2));

        Assert.Equal((this.Targets, 1L), (error.Path, error.Row!.Value));
    }

    [Fact]
    public void A_single_doctored_label_does_not_fill_the_memory()
    {
        float[] labels = new float[100_000];
        labels[17] = 4000;
        NpyFile.Write(this.Features, new NpyArray(new float[labels.Length], [labels.Length]));
        NpyFile.Write(this.Targets, new NpyArray(labels, [labels.Length]));

        DataFormatException error = Assert.Throws<DataFormatException>(() => NpyDataset.ReadLabelled(this.Features, this.Targets));

        Assert.Contains("4001 classes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_packed_file_is_read_and_no_stream()
    {
        NpyFile.Write(this.Features, new NpyArray([1f, 2, 3], [3]));
        File.WriteAllBytes(this.Features, TemporaryFile.Pack(File.ReadAllBytes(this.Features)));

        Assert.Equal([1f, 2, 3], NpyDataset.Read(this.Features).AllFeatures);
        Assert.Contains("gunzip", Assert.Throws<DataFormatException>(() => NpyDataset.Open(this.Features)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_becomes_shorter_is_an_error_and_no_end()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows lets nobody shorten a file that is open.");
        }

        NpyFile.Write(this.Features, new NpyArray(new float[100_000], [100_000]));
        using RowSource rows = NpyDataset.Open(this.Features);
        using (FileStream file = new(this.Features, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            file.SetLength(1000);
        }

        Assert.Contains("cut off", Assert.Throws<DataFormatException>(() => rows.Read(50_000, 10)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_is_not_finite_is_named_with_its_row()
    {
        NpyFile.Write(this.Features, new NpyArray([1f, 2, 3, 4, float.NaN, 6], [3, 2]));
        using RowSource rows = NpyDataset.Open(this.Features);

        Assert.Equal([3f, 4], rows.Read(1, 1).AllFeatures);
        Assert.Equal(2, Assert.Throws<DataFormatException>(() => rows.Read(1, 2)).Row);
    }

    [Fact]
    public void Records_are_a_table_of_which_columns_are_chosen()
    {
        string path = Repository.File("tests", "NetDsl.Tests", "Vectors", "data_files", "npy_records.npy");
        using TableFile table = NpyFile.OpenTable(path);

        Dataset data = table.Read(new TableOptions { Features = ["hits", "place.*"], Targets = ["flag"], Labels = LabelEncoding.Binary });

        Assert.Equal(6, data.Count);
        Assert.Equal(["hits[0]", "hits[1]", "hits[2]", "hits[3]", "hits[4]", "hits[5]", "place.x", "place.y"], data.FeatureNames);
        Assert.Equal(["False", "True"], data.Classes);
        Assert.DoesNotContain("amplitude", table.Fields.Select(field => field.Name));
        string scalar = Repository.File("tests", "NetDsl.Tests", "Vectors", "data_files", "npy_scalar.npy");
        Assert.Throws<DataFormatException>(() => NpyFile.OpenTable(scalar));
    }

    private static void AssertSame(Dataset expected, Dataset actual)
    {
        Assert.Equal(expected.FeatureShape, actual.FeatureShape);
        Assert.Equal(expected.AllFeatures, actual.AllFeatures);
        Assert.Equal(expected.AllTargets, actual.AllTargets);
        Assert.Equal(expected.SampleWeights, actual.SampleWeights);
    }

    /// <summary>An NPY file of values below 256 whose first index runs fastest.</summary>
    private static byte[] Fortran(string type, float[] values, int rows, int columns)
    {
        string header = $"{{'descr': '{type}', 'fortran_order': True, 'shape': ({rows}, {columns}), }}\n";
        bool isBig = type[0] == '>';
        IEnumerable<byte> Bytes(byte[] little) => isBig == BitConverter.IsLittleEndian ? little.Reverse() : little;
        return
        [
            0x93, .. "NUMPY\x1\0"u8, (byte)header.Length, (byte)(header.Length >> 8), .. header.Select(c => (byte)c),
            .. values.SelectMany(value => type[1..] switch
            {
                "f8" => Bytes(BitConverter.GetBytes((double)value)),
                "f4" => Bytes(BitConverter.GetBytes(value)),
                "i2" => Bytes(BitConverter.GetBytes((short)value)),
                _ => [(byte)value],
            }),
        ];
    }

    private Dataset WriteRandom(int rows)
    {
        RandomStream random = new(5, 1);
        float[] features = new float[rows * 6];
        float[] targets = new float[rows * 2];
        float[] weights = new float[rows];
        for (int row = 0; row < rows; row++)
        {
            for (int i = 0; i < 6; i++)
            {
                features[(row * 6) + i] = (float)random.NextNormal();
            }

            targets[(row * 2) + random.NextInt(2)] = 1;
            weights[row] = (float)random.NextNormal();
        }

        Dataset data = new(features, [3, 2], targets, [2], classes: ["cat", "dog"], sampleWeights: weights);
        NpyDataset.Write(data, this.Features, this.Targets, this.Weights);
        return data;
    }
}
