using NetDsl.Data;

namespace NetDsl.Tests.Data.Hdf5;

/// <summary>Broken files give an error for the person, or values; never a crash, never much memory.</summary>
public sealed class Hdf5MutationTests
{
    private const int Mutations = 2000;

    [Fact]
    public void Two_thousand_broken_files_give_values_or_an_error_that_names_the_file()
    {
        IReadOnlyList<string> names = Hdf5Vectors.Names;
        byte[][] files = [.. names.Select(name => File.ReadAllBytes(Hdf5Vectors.File($"{name}.h5")))];
        Hdf5Walk walk = new();
        int refused = 0;
        using TemporaryFolder folder = new();
        string path = folder.File("broken.h5");
        for (int i = 0; i < Mutations; i++)
        {
            int which = i % files.Length;
            byte[] broken = Hdf5Mutation.Break(files[which], new Random(i));
            File.WriteAllBytes(path, broken);
            long before = GC.GetAllocatedBytesForCurrentThread();

            // New structures have check sums; what lies behind them must stand broken numbers too.
            Exception? error = Record.Exception(() => walk.Read(path, verifyChecksums: i % 3 == 0));

            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(error is null or DataFormatException { Path: not null }, $"{names[which]}, mutation {i}: {error}");
            Assert.True(allocated <= (4L * broken.Length) + (64 << 20), $"{names[which]}, mutation {i}: {allocated} bytes were allocated.");
            refused += error is null ? 0 : 1;
        }

        Assert.InRange(refused, Mutations / 5, Mutations);
    }

    [Fact]
    public void A_whole_file_is_walked_without_an_error_where_nothing_in_it_is_refused()
    {
        Hdf5Walk walk = new();
        foreach (string name in Hdf5Vectors.Names.Except(["elsewhere", "filters", "pytables"]))
            walk.Read(Hdf5Vectors.File($"{name}.h5"), verifyChecksums: true);

        Assert.True(walk.Values > 10_000);
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_refused_or_read_as_far_as_it_is_whole()
    {
        byte[] whole = File.ReadAllBytes(Hdf5Vectors.File("empty.h5"));
        using TemporaryFolder folder = new();
        string path = folder.File("short.h5");
        for (int length = 0; length < whole.Length; length += 7)
        {
            File.WriteAllBytes(path, whole[..length]);
            Assert.Throws<DataFormatException>(() => new Hdf5Walk().Read(path, verifyChecksums: true));
        }
    }
}
