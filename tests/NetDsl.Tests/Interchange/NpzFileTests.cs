using System.IO.Compression;
using NetDsl.Data;
using NetDsl.Interchange;

namespace NetDsl.Tests.Interchange;

public sealed class NpzFileTests : IDisposable
{
    private static readonly Dataset Animals = new(
        new RowLayout { FeatureShape = [2, 2], TargetShape = [2], Classes = ["cat", "dög"], FeatureNames = ["a", "b", "c", "d"] },
        [1, 2, 3, 4, 5, 6, 7, 8],
        [0, 1, 1, 0],
        [0.5f, -1]);

    private readonly TemporaryFolder folder = new();

    private string Data => this.folder.File("data.npz");

    public void Dispose() => this.folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Data_read_back_as_they_were_written(bool compress)
    {
        NpzDataset.Write(this.Data, Animals, compress);
        Dataset again = NpzDataset.Read(this.Data);

        AssertSame(Animals, again);
        Assert.True(NpzFile.IsNpz(this.Data));
        Assert.Equal(
            [("features", "<f4"), ("targets", "<f4"), ("sample_weights", "<f4"), ("classes", "<U3"), ("feature_names", "<U1")],
            NpzFile.List(this.Data).Select(array => (array.Name, array.Type)));
        Assert.All(NpzFile.List(this.Data), array => Assert.Equal(compress, array.IsPacked));
    }

    [Fact]
    public void The_same_data_give_the_same_bytes()
    {
        NpzDataset.Write(this.Data, Animals, compress: true);
        byte[] first = File.ReadAllBytes(this.Data);
        NpzDataset.Write(this.Data, Animals, compress: true);

        Assert.Equal(first, File.ReadAllBytes(this.Data));
    }

    [Fact]
    public void A_stream_gives_the_rows_that_reading_gives()
    {
        NpzDataset.Write(this.Data, Animals);
        using RowSource rows = NpzDataset.Open(this.Data);

        AssertSame(Animals, rows.ReadAll());
        AssertSame(Animals.Subset([1]), rows.Read(1, 1));
    }

    [Fact]
    public void A_packed_file_is_no_stream()
    {
        NpzDataset.Write(this.Data, Animals, compress: true);

        Assert.Contains("Save it with numpy.savez", Refuse(() => NpzDataset.Open(this.Data)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Arrays_are_found_by_the_usual_names_or_those_given()
    {
        this.Write(("X", [1, 2, 3, 4], [2, 2]), ("y", [5, 6], [2]), ("w", [7, 8], [2]), ("other", [0, 1], [2]));

        Dataset usual = NpzDataset.Read(this.Data);
        Assert.Equal([1f, 2, 3, 4], usual.AllFeatures);
        Assert.Equal([5f, 6], usual.AllTargets);
        Assert.Equal([7f, 8], usual.SampleWeights);
        Dataset given = NpzDataset.Read(this.Data, new NpzOptions { Features = "y", Labels = "other", SampleWeights = "y" });
        Assert.Equal([5f, 6], given.AllFeatures);
        Assert.Equal(["0", "1"], given.Classes);
        Assert.Equal([5f, 6], given.SampleWeights);
        string message = Refuse(() => NpzDataset.Read(this.Data, new NpzOptions { Targets = "z" })).Message;
        Assert.Contains("There are: X, y, w, other", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_an_array_of_the_usual_names_says_what_it_has()
    {
        this.Write(("x_train", [1, 2], [2]), ("x_test", [3], [1]));

        Assert.Contains("There are: x_train, x_test", Refuse(() => NpzDataset.Read(this.Data)).Message, StringComparison.Ordinal);
        Assert.Equal([1f, 2], NpzDataset.Read(this.Data, new NpzOptions { Features = "x_train" }).AllFeatures);
    }

    [Fact]
    public void Whole_numbers_beside_an_array_of_classes_are_labels()
    {
        string path = Repository.File("tests", "NetDsl.Tests", "Vectors", "data_files", "npz_stored.npz");

        Dataset values = NpzDataset.Read(path);
        Dataset labels = NpzDataset.Read(path, new NpzOptions { Labels = "y", ClassNames = ["a", "b", "c"] });

        Assert.Equal([1], values.TargetShape);
        Assert.Equal([3], labels.TargetShape);
        Assert.Equal(values.AllTargets.ToArray().Select(value => (int)value), Enumerable.Range(0, labels.Count).Select(labels.ClassOf));
        Assert.Equal(["a", "b", "c"], NpzDataset.Read(Repository.File("tests", "NetDsl.Tests", "Vectors", "data_files", "npz_names.npz")).Classes);
    }

    [Fact]
    public void More_than_is_believed_is_unpacked_only_when_it_is_allowed()
    {
        // 80 MB of zeros in 78 kB.
        const int Rows = 20_000;
        NpzFile.Write(this.Data, [new("x", new NpyArray(new float[Rows * 1000], [Rows, 1000]))], compress: true);
        NpzFile.List(this.Data);
        long before = GC.GetAllocatedBytesForCurrentThread();

        DataFormatException error = Refuse(() => NpzDataset.Read(this.Data));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
        Assert.Contains(nameof(NpzOptions.LargestUnpackedSize), error.Message, StringComparison.Ordinal);
        Assert.Equal(Rows, NpzDataset.Read(this.Data, new NpzOptions { LargestUnpackedSize = 100_000_000 }).Count);
    }

    [Fact]
    public void A_packed_array_longer_than_its_directory_says_is_refused_soon()
    {
        NpzFile.Write(this.Data, [new("x", new NpyArray(new float[10_000_000], [10_000_000]))], compress: true);
        byte[] content = File.ReadAllBytes(this.Data);
        int directory = content.AsSpan().LastIndexOf("PK\x1\x2"u8);
        BitConverter.TryWriteBytes(content.AsSpan(directory + 24), 1000);
        File.WriteAllBytes(this.Data, content);
        long before = GC.GetAllocatedBytesForCurrentThread();

        Refuse(() => NpzDataset.Read(this.Data));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public void A_flipped_bit_is_found_by_the_check_sum()
    {
        NpzDataset.Write(this.Data, Animals);
        byte[] content = File.ReadAllBytes(this.Data);

        // The last byte of the features, 8.
        content[content.AsSpan().IndexOf((byte[])[0, 0, 0xE0, 0x40, 0, 0, 0, 0x41]) + 4] ^= 1;
        File.WriteAllBytes(this.Data, content);

        Assert.Contains("check sum of 'features.npy'", Refuse(() => NpzDataset.Read(this.Data)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_refused()
    {
        NpzDataset.Write(this.Data, Animals);
        byte[] whole = File.ReadAllBytes(this.Data);
        for (int length = 0; length < whole.Length; length += 7)
        {
            File.WriteAllBytes(this.Data, whole[..length]);
            Refuse(() => NpzDataset.Read(this.Data));
        }
    }

    [Fact]
    public void Other_zip_files_are_told_apart()
    {
        using (ZipArchive archive = ZipFile.Open(this.Data, ZipArchiveMode.Create))
        {
            archive.CreateEntry("readme.txt");
        }

        string other = this.folder.File("table.csv");
        File.WriteAllText(other, "x,y\n");

        Assert.False(NpzFile.IsNpz(this.Data));
        Assert.False(NpzFile.IsNpz(other));
        Assert.Empty(NpzFile.List(this.Data));
        Assert.Contains("no zip file", Refuse(() => NpzFile.List(other)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_arrays_of_one_name_cannot_be_written()
    {
        Assert.Throws<ArgumentException>(() => this.Write(("x", [1], [1]), ("x", [2], [1])));
        Assert.Empty(this.folder.FileNames);
    }

    private static void AssertSame(Dataset expected, Dataset actual)
    {
        Assert.Equal(expected.FeatureShape, actual.FeatureShape);
        Assert.Equal(expected.AllFeatures, actual.AllFeatures);
        Assert.Equal(expected.AllTargets, actual.AllTargets);
        Assert.Equal(expected.SampleWeights, actual.SampleWeights);
        Assert.Equal(expected.Classes, actual.Classes);
        Assert.Equal(expected.FeatureNames, actual.FeatureNames);
    }

    private static DataFormatException Refuse(Action read) => Assert.Throws<DataFormatException>(read);

    private void Write(params (string Name, float[] Values, int[] Shape)[] arrays) =>
        NpzFile.Write(this.Data, arrays.Select(array => new KeyValuePair<string, NpyArray>(array.Name, new NpyArray(array.Values, array.Shape))));
}
