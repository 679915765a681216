using System.Text;
using NetDsl.Data;

namespace NetDsl.Tests.Data;

public class CsvMutationTests
{
    private static readonly CsvOptions[] Options =
    [
        new() { Targets = ["kind"], Missing = MissingValues.Keep, Categories = ["colour"], Time = "when", Group = "run" },
        new() { Targets = ["y"], Missing = MissingValues.Median, SampleWeights = "w" },
        new() { HasHeader = false, Missing = MissingValues.Drop },
    ];

    [Fact]
    public void Changed_files_are_read_or_refused_soon_and_in_little_memory()
    {
        (int read, int refused) = MutatedFiles.Check([.. Seeds()], (path, seed) => CheckFinite(CsvFile.Read(path, Options[seed % 3])));

        Assert.InRange(read, 1, MutatedFiles.Count - 1);
        Assert.InRange(refused, 1, MutatedFiles.Count - 1);
    }

    [Fact]
    public void Changed_files_are_streamed_as_they_are_read_whole()
    {
        (int read, _) = MutatedFiles.Check(
            [.. Seeds().Take(3)],
            (path, seed) =>
            {
                Dataset whole = CsvFile.Read(path, Options[seed % 3]);
                using RowSource rows = CsvFile.Open(path, Options[seed % 3]);
                Dataset streamed = rows.ReadAll();
                Assert.Equal(Bits(whole.AllFeatures), Bits(streamed.AllFeatures));
                Assert.Equal(Bits(whole.AllTargets), Bits(streamed.AllTargets));
            },
            seed: 2);

        Assert.InRange(read, 1, MutatedFiles.Count - 1);
    }

    private static uint[] Bits(ReadOnlySpan<float> values) => [.. values.ToArray().Select(BitConverter.SingleToUInt32Bits)];

    private static void CheckFinite(Dataset data)
    {
        foreach (float value in data.AllFeatures)
        {
            Assert.False(float.IsInfinity(value));
        }
    }

    private static IEnumerable<byte[]> Seeds()
    {
        StringBuilder[] texts = [new("x,kind,colour,when,run,note\n"), new("a,b,y,w\r\n"), new()];
        for (int i = 0; i < 60; i++)
        {
            texts[0].Append(FormattableString.Invariant(
                $"{i * 0.37 - 3},{(i % 2 == 0 ? "cat" : "dog")},\"{(i % 3 == 0 ? "red, \"\"dark\"\"" : "blue")}\",2024-05-{1 + (i % 28):D2}T12:00:00Z,r{i % 5},text {i}\n"));
            texts[1].Append(FormattableString.Invariant($"{i},{(i % 7 == 0 ? "NA" : (i / 3.0).ToString("R", null))},{-i}e-3,1.5\r\n"));
            texts[2].Append(FormattableString.Invariant($"{i * 1e7},{(i % 9 == 0 ? "" : "-0.25")},{i % 2}\n"));
        }

        byte[][] plain = [.. texts.Select(text => Encoding.UTF8.GetBytes(text.ToString()))];
        return [.. plain, .. plain.Select(TemporaryFile.Pack)];
    }
}
