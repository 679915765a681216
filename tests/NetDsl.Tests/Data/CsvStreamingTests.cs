using System.Globalization;
using System.Text;
using NetDsl.Data;
using NetDsl.Kernels;

namespace NetDsl.Tests.Data;

public sealed class CsvStreamingTests : IDisposable
{
    private const int Rows = 10_000;

    private static readonly CsvOptions Everything = new()
    {
        Targets = ["kind"],
        SampleWeights = "w",
        Categories = ["colour"],
        Group = "run",
        Time = "when",
        Missing = MissingValues.Indicator,
    };

    private readonly TemporaryFolder folder = new();

    public void Dispose() => this.folder.Dispose();

    [Theory]
    [InlineData(MissingValues.Keep)]
    [InlineData(MissingValues.Drop)]
    [InlineData(MissingValues.Mean)]
    [InlineData(MissingValues.Median)]
    [InlineData(MissingValues.Indicator)]
    public void Rows_read_anywhere_are_those_of_the_whole_file(MissingValues policy)
    {
        string path = this.Write("a.csv", 0, Rows);
        CsvOptions options = Everything with { Missing = policy };
        Dataset whole = CsvFile.Read(path, options);
        RandomStream random = new(1, 0);

        using RowSource rows = CsvFile.Open(path, options);

        Assert.Equal(whole.Count, rows.Count);
        AssertSame(whole, rows.ReadAll(), 0);
        for (int trial = 0; trial < 30; trial++)
        {
            int first = random.NextInt(whole.Count);
            int count = 1 + random.NextInt(Math.Min(5_000, whole.Count - first));
            AssertSame(whole, rows.Read(first, count), first);
        }
    }

    [Fact]
    public void Several_files_are_one_with_the_classes_of_all()
    {
        string[] paths = [this.Write("a.csv", 0, 3_000), this.Write("b.csv", 3_000, 6_000), this.Write("c.csv", 6_000, Rows)];
        Dataset whole = CsvFile.Read(this.Write("all.csv", 0, Rows), Everything);

        using RowSource rows = CsvFile.Open(paths, Everything, out TableReport report);

        AssertSame(whole, rows.ReadAll(), 0);
        AssertSame(whole, rows.Read(2_500, 5_000), 2_500);
        Assert.Equal(Rows, report.Rows);
        Assert.Equal(whole.Classes, rows.Layout.Classes);
    }

    [Fact]
    public void Files_with_other_columns_are_not_one()
    {
        string a = this.folder.File("a.csv");
        string b = this.folder.File("b.csv");
        File.WriteAllText(a, "x,y\n1,2\n");
        File.WriteAllText(b, "x,z\n1,2\n");
        Assert.Contains("the columns are x, z", Assert.Throws<DataFormatException>(() => CsvFile.Open([a, b])).Message, StringComparison.Ordinal);

        File.WriteAllText(b, "x,y\n1,two\n");
        Assert.Equal("y", Assert.Throws<DataFormatException>(() => CsvFile.Open([a, b])).Column);
    }

    [Fact]
    public void A_packed_file_cannot_be_read_from_the_middle()
    {
        string path = this.folder.File("a.csv.gz");
        File.WriteAllBytes(path, TemporaryFile.Pack("x\n1\n"u8.ToArray()));

        DataFormatException error = Assert.Throws<DataFormatException>(() => CsvFile.Open(path));

        Assert.Contains("packed with gzip", error.Message, StringComparison.Ordinal);
        Assert.Equal([1f], CsvFile.Read(path).AllFeatures);
    }

    [Fact]
    public void Groups_and_times_are_keys_of_the_rows()
    {
        string path = this.folder.File("a.csv");
        File.WriteAllText(
            path, "x,run,when\n1,b,1970-01-01\n2,a,1970-01-02T00:00:01.5Z\n3,b,2024-02-29 12:00:00+01:00\n");

        Dataset data = CsvFile.Read(path, new() { Group = "run", Time = "when" });

        Assert.Equal(["x"], data.FeatureNames);
        Assert.Equal([0, 1, 0], data.Keys.Groups);
        Assert.Equal([0.0, 86401.5, 1709204400], data.Keys.Times);

        File.WriteAllText(path, "x,run,when\n1,123456789,1700000000.25\n2,-7,1700000000.5\n");
        data = CsvFile.Read(path, new() { Group = "run", Time = "when" });
        Assert.Equal([123456789, -7], data.Keys.Groups);
        Assert.Equal([1700000000.25, 1700000000.5], data.Keys.Times);
    }

    [Fact]
    public void A_report_says_what_was_found()
    {
        string path = this.folder.File("a.csv");
        File.WriteAllText(path, "name,x,flag,day,empty,c,y\na,1,True,2024-01-01,,red,0\nb,NA,False,2024-01-02,,blue,1\n");

        CsvFile.Read(path, new() { Targets = ["y"], Categories = ["c"], Missing = MissingValues.Mean, ExcludedFeatures = ["flag"] }, out TableReport report);

        Assert.Equal(
            """
            2 rows
            Column  Holds   Missing  Used as
            name    text          0  -         holds text
            x       number        1  Feature   missing filled with 1
            flag    truth         -  -         not asked for
            day     date          0  -         holds dates
            empty   -             2  -         all cells are missing
            c       text          0  Category  2 categories
            y       number        0  Target
            """.ReplaceLineEndings("\n"),
            report.ToString());
    }

    private static void AssertSame(Dataset whole, Dataset part, int first)
    {
        Assert.Equal(whole.FeatureNames, part.FeatureNames);
        AssertBits(whole.AllFeatures.Slice(first * whole.FeatureSize, part.AllFeatures.Length), part.AllFeatures);
        AssertBits(whole.AllTargets.Slice(first * whole.TargetSize, part.AllTargets.Length), part.AllTargets);
        AssertBits(whole.SampleWeights.Slice(first, part.Count), part.SampleWeights);
        Assert.Equal(whole.Keys.Groups.Slice(first, part.Count), part.Keys.Groups);
        Assert.Equal(whole.Keys.Times.Slice(first, part.Count), part.Keys.Times);
    }

    private static void AssertBits(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual) => Assert.Equal(
        expected.ToArray().Select(BitConverter.SingleToUInt32Bits), actual.ToArray().Select(BitConverter.SingleToUInt32Bits));

    /// <summary>A part of a table that has everything: blank lines, quoted line breaks, missing cells, rare classes.</summary>
    private string Write(string name, int first, int end)
    {
        StringBuilder text = new("x,kind,colour,note,w,run,when,flag\n");
        for (int i = first; i < end; i++)
        {
            RandomStream random = new(9, (ulong)i);
            string x = random.NextInt(20) == 0 ? "NA" : ((random.NextInt(2_000_000) - 1_000_000) / 1024.0).ToString(CultureInfo.InvariantCulture);
            string colour = random.NextInt(15) == 0 ? string.Empty : "c" + random.NextInt(12).ToString(CultureInfo.InvariantCulture);
            string note = random.NextInt(10) == 0 ? "\"two\nlines, \"\"quoted\"\"\"" : "plain";
            string kind = i == Rows - 2 ? "rare" : random.NextInt(2) == 0 ? "a" : "b";
            text.Append(CultureInfo.InvariantCulture, $"{x},{kind},{colour},{note},{i % 3},r{random.NextInt(300)},");
            text.Append(CultureInfo.InvariantCulture, $"2024-01-{1 + (i % 31):D2}T{i % 24:D2}:00:00Z,{(i % 2 == 0 ? "True" : "False")}\n");
            text.Append(random.NextInt(50) == 0 ? "\r\n" : string.Empty);
        }

        string path = this.folder.File(name);
        File.WriteAllText(path, text.ToString());
        return path;
    }
}
