using NetDsl.Data;
using NetDsl.Data.Hdf5;
using NetDsl.Data.Simulators;
using NetDsl.Interchange;

namespace NetDsl.Tests.Data.Streaming;

/// <summary>Rows that are written to files as they come.</summary>
public sealed class RowWritingTests
{
    private static readonly Dataset Data = ShowerTrack.Simulate(37, seed: 2).WithSampleWeights([.. Enumerable.Range(0, 37).Select(i => i / 8f)]);

    private static RowSource Rows => RowSource.Of(Data).Slice(0, Data.Count);

    [Fact]
    public void A_stream_gives_the_bytes_that_memory_gives()
    {
        using TemporaryFolder folder = new();
        CancellationToken token = TestContext.Current.CancellationToken;
        string Path(string name) => folder.File(name);
        CsvFile.Write(Path("a.csv"), Data);
        CsvFile.Write(Path("b.csv"), Rows, cancellationToken: token);
        NpyDataset.Write(Data, Path("ax.npy"), Path("ay.npy"), Path("aw.npy"));
        NpyDataset.Write(Rows, Path("bx.npy"), Path("by.npy"), Path("bw.npy"), cancellationToken: token);
        NpzDataset.Write(Path("a.npz"), Data);
        NpzDataset.Write(Path("b.npz"), Rows, cancellationToken: token);
        foreach (string name in (string[])[".csv", "x.npy", "y.npy", "w.npy", ".npz"])
        {
            Assert.Equal(File.ReadAllBytes(Path("a" + name)), File.ReadAllBytes(Path("b" + name)));
        }
    }

    [Fact]
    public void A_cancelled_writing_leaves_no_file()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("out");
        CancellationToken cancelled = new(canceled: true);
        Assert.Throws<OperationCanceledException>(() => CsvFile.Write(path, Rows, cancellationToken: cancelled));
        Assert.Throws<OperationCanceledException>(() => NpyDataset.Write(Rows, path, cancellationToken: cancelled));
        Assert.Throws<OperationCanceledException>(() => NpzDataset.Write(path, Rows, cancellationToken: cancelled));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Categories_are_written_by_their_names_and_missing_values_as_nothing()
    {
        using TemporaryFile file = new("x,kind\n1,red\n,blue\n");
        Dataset data = CsvFile.Read(file.Path, new CsvOptions { Categories = ["kind"], Missing = MissingValues.Keep });
        CsvFile.Write(file.Path, data);
        Assert.Equal("x,kind\n1,red\n,blue\n", File.ReadAllText(file.Path));
    }

    [Fact]
    public void Rows_within_a_memory_are_whole_blocks_where_they_can_be()
    {
        Assert.Equal(37, Rows.RowsWithin(1L << 40));
        Assert.Equal(1, Rows.RowsWithin(1));
        Assert.Same(Data, RowSource.Of(Data).InMemory);
        Assert.Null(Rows.InMemory);
    }

    [Fact]
    public void An_HDF5_file_is_known_by_its_signature_also_behind_a_block_of_another_program()
    {
        using TemporaryFile file = new(string.Empty);
        byte[] signature = [0x89, (byte)'H', (byte)'D', (byte)'F', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n'];
        File.WriteAllBytes(file.Path, [.. new byte[1024], .. signature]);
        Assert.True(Hdf5File.IsHdf5(file.Path));
        File.WriteAllBytes(file.Path, [.. new byte[700], .. signature]);
        Assert.False(Hdf5File.IsHdf5(file.Path));
        File.WriteAllBytes(file.Path, []);
        Assert.False(Hdf5File.IsHdf5(file.Path));
    }

    [Fact]
    public void The_beginning_of_an_array_says_what_it_is()
    {
        using TemporaryFile file = new(string.Empty);
        NpyFile.Write(file.Path, new NpyArray([1f, 2, 3, 4, 5, 6], [3, 2]));
        NpzArray array = NpyFile.Describe(file.Path);
        Assert.Equal("<f4", array.Type);
        Assert.Equal([3L, 2], array.Shape);
        Assert.False(NpyFile.IsTable(file.Path));
    }
}
