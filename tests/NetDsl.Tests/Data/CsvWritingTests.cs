using NetDsl.Data;
using NetDsl.Kernels;

namespace NetDsl.Tests.Data;

public sealed class CsvWritingTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => this.folder.Dispose();

    [Fact]
    public void Values_targets_and_weights_read_back_with_the_same_bits()
    {
        float[] features = [.. Bits(60)];
        Dataset data = new(features, [3], [.. Bits(40)], [2], ["a", "b, \"c\"", " d "], ["y", "z"], null, [.. Bits(20)]);
        string path = this.folder.File("data.csv");

        CsvFile.Write(path, data);
        Dataset again = CsvFile.Read(path, new() { Targets = ["y", "z"], SampleWeights = "weight" });

        Assert.Equal(data.FeatureNames, again.FeatureNames);
        Assert.Equal(data.TargetNames, again.TargetNames);
        AssertBits(data.AllFeatures, again.AllFeatures);
        AssertBits(data.AllTargets, again.AllTargets);
        AssertBits(data.SampleWeights, again.SampleWeights);
    }

    [Theory]
    [InlineData(LabelEncoding.OneHot, ',')]
    [InlineData(LabelEncoding.Binary, '\t')]
    public void Classes_are_written_by_their_names(LabelEncoding encoding, char delimiter)
    {
        string path = this.folder.File("data.tsv");
        string text = "x,kind\n1,\"a, b\"\n2,\" c\"\n3,\"a, b\"\n".Replace("x,k", $"x{delimiter}k").Replace(",\"", $"{delimiter}\"");
        File.WriteAllText(path, text);
        CsvOptions options = new() { Targets = ["kind"], Labels = encoding, Delimiter = delimiter };
        Dataset data = CsvFile.Read(path, options);

        CsvFile.Write(path, data, delimiter);
        Dataset again = CsvFile.Read(path, options);

        Assert.StartsWith($"x{delimiter}kind\n1{delimiter}", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.Equal([" c", "a, b"], again.Classes);
        AssertBits(data.AllTargets, again.AllTargets);
    }

    [Fact]
    public void Columns_without_names_are_called_by_their_places_and_no_two_alike()
    {
        string path = this.folder.File("data.csv");

        CsvFile.Write(path, new Dataset([1, 2, 3, 4], [2, 1], [5, 6], [1]));
        Assert.Equal("0,1,2\n1,2,5\n3,4,6\n", File.ReadAllText(path));

        CsvFile.Write(path, new Dataset([1, 2], [1], [0, 1], [1], ["label"], null, ["no", "yes"], [1, 2]));
        Assert.Equal("label,label_,weight\n1,no,1\n2,yes,2\n", File.ReadAllText(path));

        CsvFile.Write(path, new Dataset([1, 2], [1], [], [0]));
        Assert.Equal("0\n1\n2\n", File.ReadAllText(path));
    }

    [Fact]
    public void Columns_are_known_without_reading_the_rows()
    {
        string path = this.folder.File("data.csv");
        File.WriteAllText(path, "a;b c;\n1;2;3\nragged\n");

        Assert.Equal(["a", "b c", "2"], CsvFile.ReadColumns(path, new() { Delimiter = ';' }));
        Assert.Equal(["0", "1", "2"], CsvFile.ReadColumns(path, new() { Delimiter = ';', HasHeader = false }));
    }

    [Fact]
    public void Columns_of_text_that_are_left_out_are_told()
    {
        string path = this.folder.File("data.csv");
        File.WriteAllText(path, "name,x,note\na,1,\nb,2,new\n");

        CsvFile.Read(path, null, out TableReport report);

        Assert.Equal(["name", "note"], report.TextColumns);
    }

    private static IEnumerable<float> Bits(int count)
    {
        RandomStream random = new((ulong)count, 0);
        for (int i = 0; i < count; i++)
        {
            float value = BitConverter.UInt32BitsToSingle(random.NextUInt32());
            yield return i == 0 ? -0f : float.IsFinite(value) ? value : float.Epsilon;
        }
    }

    private static void AssertBits(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual) => Assert.Equal(
        expected.ToArray().Select(BitConverter.SingleToUInt32Bits), actual.ToArray().Select(BitConverter.SingleToUInt32Bits));
}
