using NetDsl.Data;
using NetDsl.Data.Hdf5;

namespace NetDsl.Tests.Data.Hdf5;

/// <summary>Broken files give an error for the person, or data; never a crash, never much memory.</summary>
public class Hdf5DataMutationTests
{
    private static readonly (string Name, Hdf5Options Options)[] Tables =
    [
        ("pandas_table", new() { Targets = ["kind"], Categories = ["name"], Time = "time" }),
        ("pandas_columns", new() { Targets = ["energy"], Categories = ["*"], Missing = MissingValues.Mean }),
        ("pandas_fixed", new() { Targets = ["energy"], Time = "index" }),
        ("pandas_series", new()),
        ("pytables", new() { Location = "events", Targets = ["kind"], Group = "name" }),
        ("pytables", new() { Location = "group", Features = ["packed"], Missing = MissingValues.Keep }),
        ("tables", new() { Location = "deflate", Targets = ["label"], Missing = MissingValues.Drop }),
        ("enums", new() { Features = ["arrays"], Targets = ["colours"], Labels = LabelEncoding.OneHot }),
        ("scales", new() { Features = ["temperature"], SampleWeights = "time" }),
    ];

    [Fact]
    public void Broken_tables_and_arrays_give_data_or_an_error()
    {
        byte[][] files = [.. Tables.Select(table => File.ReadAllBytes(Hdf5Vectors.File($"{table.Name}.h5")))];

        (int read, int refused) = MutatedFiles.Check(files, (path, which) => ReadAndDescribe(path, Tables[which].Options), seed: 6);

        Assert.True(read > 100 && refused > 100, $"{read} read, {refused} refused");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void Broken_files_of_our_own_give_data_or_an_error(int deflate)
    {
        Hdf5Library.Need();
        RowLayout layout = new()
        {
            FeatureShape = [2, 3],
            TargetShape = [2],
            FeatureNames = ["a", "b", "c", "d", "e", "f"],
            Classes = ["x", "y"],
            Categories = new Dictionary<int, IReadOnlyList<string>> { [2] = ["u", "v"] },
        };
        using TemporaryFolder folder = new();
        string path = folder.File("x.h5");
        Dataset data = new(layout, [.. Enumerable.Range(0, 60).Select(i => i % 2 * 0.5f)], [.. Enumerable.Range(0, 20).Select(i => (float)(i % 2))], new float[10]);
        Hdf5Data.Write(path, data, new Hdf5WriteOptions { Deflate = deflate, ChunkRows = 4 });

        (int read, int refused) = MutatedFiles.Check([File.ReadAllBytes(path)], (broken, _) => ReadAndDescribe(broken, null), seed: 7, count: 1000);

        Assert.True(read > 50 && refused > 50, $"{read} read, {refused} refused");
    }

    private static void ReadAndDescribe(string path, Hdf5Options? options)
    {
        Hdf5Data.Describe(path);
        Hdf5Data.Read(path, options);
    }
}
