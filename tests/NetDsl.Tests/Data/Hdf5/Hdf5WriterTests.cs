using NetDsl.Data.Hdf5;

namespace NetDsl.Tests.Data.Hdf5;

public sealed class Hdf5WriterTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public Hdf5WriterTests() => Hdf5Library.Need();

    private string File => this.folder.File("x.h5");

    public void Dispose() => this.folder.Dispose();

    [Fact]
    public void Numbers_of_every_type_are_what_h5py_reads()
    {
        using (Hdf5Writer writer = Hdf5Writer.Create(this.File))
        {
            writer.CreateDataset<float>("f4").Append([1.5f, float.MaxValue, -0f, float.NaN, float.NegativeInfinity]);
            writer.CreateDataset<double>("f8").Append([1 / 3.0, double.Epsilon]);
            writer.CreateDataset<sbyte>("i1").Append([sbyte.MinValue, 1]);
            writer.CreateDataset<short>("i2").Append([short.MinValue, 2]);
            writer.CreateDataset<int>("i4").Append([int.MinValue, 3]);
            writer.CreateDataset<long>("i8").Append([long.MinValue, 4]);
            writer.CreateDataset<byte>("u1").Append([byte.MaxValue, 5]);
            writer.CreateDataset<ushort>("u2").Append([ushort.MaxValue, 6]);
            writer.CreateDataset<uint>("u4").Append([uint.MaxValue, 7]);
            writer.CreateDataset<ulong>("u8").Append([ulong.MaxValue, 8]);
            writer.Complete();
        }

        PythonPeer.ReadWithH5py(
            """
            for name in f:
                assert f[name].dtype == '<' + name, (name, f[name].dtype)
            x = f['f4'][:]
            assert x[0] == 1.5 and x[1] == np.finfo('f4').max and str(x[2]) == '-0.0' and np.isnan(x[3]) and x[4] == -np.inf, x
            assert f['f8'][:].tolist() == [1 / 3, 5e-324]
            for k in '1248':
                info = np.iinfo('i' + k)
                assert f['i' + k][:].tolist() == [info.min, {'1': 1, '2': 2, '4': 3, '8': 4}[k]]
                assert f['u' + k][:].tolist() == [np.iinfo('u' + k).max, {'1': 5, '2': 6, '4': 7, '8': 8}[k]]
            """,
            this.File);
    }

    [Theory]
    [InlineData(0, false, 1)]
    [InlineData(0, true, 7)]
    [InlineData(1, true, 7)]
    [InlineData(9, false, 64)]
    [InlineData(4, true, 1000)]
    public void Rows_that_come_in_blocks_of_any_size_are_what_h5py_reads(int deflate, bool shuffle, int chunkRows)
    {
        float[] values = [.. Enumerable.Range(0, 300 * 6).Select(i => (i % 97) * 0.25f)];
        using (Hdf5Writer writer = Hdf5Writer.Create(this.File))
        {
            Hdf5DatasetOptions options = new() { ChunkRows = chunkRows, Deflate = deflate, Shuffle = shuffle };
            Hdf5DatasetWriter<float> rows = writer.CreateDataset<float>("/a/b/x", [2, 3], options);
            int first = 0;
            for (int block = 0; first < 300; block++)
            {
                int count = Math.Min((block * 5) % 43, 300 - first);
                rows.Append(values.AsSpan(first * 6, count * 6));
                first += count;
            }

            Assert.Equal(300, rows.Count);
            Assert.Equal(chunkRows, rows.ChunkRows);
            writer.Complete();
        }

        PythonPeer.ReadWithH5py(
            """
            x = f['a/b/x']
            assert x.shape == (300, 2, 3) and x.maxshape == (None, 2, 3) and x.chunks == (int(a[0]), 2, 3), (x.shape, x.maxshape, x.chunks)
            assert x.compression == (None if a[1] == '0' else 'gzip') and x.shuffle == (a[2] == 'True' and a[1] != '0'), (x.compression, x.shuffle)
            assert x.compression_opts in (None, int(a[1]))
            assert np.array_equal(x[:], ((np.arange(1800) % 97) * np.float32(0.25)).reshape(300, 2, 3))
            """,
            this.File,
            $"{chunkRows}",
            $"{deflate}",
            $"{shuffle}");
    }

    [Fact]
    public void Texts_of_fixed_and_of_variable_length_are_what_h5py_reads()
    {
        string[] texts = ["proton", string.Empty, "Ω-Teilchen", "鉄", "p\u0301"];
        using (Hdf5Writer writer = Hdf5Writer.Create(this.File))
        {
            Hdf5TextWriter variable = writer.CreateTextDataset("variable");
            variable.Append(texts);
            variable.Append([]);
            variable.Append(texts);
            writer.CreateTextDataset("fixed", 11, new Hdf5DatasetOptions { Deflate = 4, ExpectedRows = 5 }).Append(texts);
            writer.Complete();
        }

        PythonPeer.ReadWithH5py(
            """
            texts = ['proton', '', 'Ω-Teilchen', '鉄', 'p\u0301']
            assert f['variable'].asstr()[:].tolist() == texts * 2
            assert f['fixed'].asstr()[:].tolist() == texts
            assert f['fixed'].dtype == 'S11' and f['fixed'].chunks == (5,)
            assert h5py.check_string_dtype(f['variable'].dtype).length is None
            """,
            this.File);
    }

    [Fact]
    public void Rows_with_named_columns_are_what_h5py_reads()
    {
        using (Hdf5Writer writer = Hdf5Writer.Create(this.File))
        {
            Hdf5Column[] columns =
            [
                Hdf5Column.Of<double>("energy"), Hdf5Column.Text("primary", 4), Hdf5Column.Of<float>("axis", 3), Hdf5Column.Of<byte>("quality"),
                Hdf5Column.Of<long>("event"),
            ];
            Hdf5TableWriter table = writer.CreateTable("events", columns, new Hdf5DatasetOptions { ChunkRows = 2, Deflate = 1 });
            table.Append(new[] { 1.5 }, new[] { "He" }, new[] { 0f, 0, 1 }, new byte[] { 7 }, new[] { 1L << 40 });
            table.Append(
                new[] { 2.5, 3.5 }, new[] { "Fe", "µeV" }, new[] { 1f, 2, 3, 4, 5, 6 }, new byte[] { 8, 9 }, new[] { -1L, long.MaxValue });
            Assert.Equal(3, table.Count);
            writer.Complete();
        }

        PythonPeer.ReadWithH5py(
            """
            t = f['events'][:]
            assert t.dtype.names == ('energy', 'primary', 'axis', 'quality', 'event')
            assert t['energy'].tolist() == [1.5, 2.5, 3.5]
            assert [x.decode() for x in t['primary']] == ['He', 'Fe', 'µeV']
            assert t['axis'].dtype == '<f4' and t['axis'].tolist() == [[0, 0, 1], [1, 2, 3], [4, 5, 6]]
            assert t['quality'].dtype == 'u1' and t['quality'].tolist() == [7, 8, 9]
            assert t['event'].tolist() == [2**40, -1, 2**63 - 1]
            """,
            this.File);
    }

    [Fact]
    public void Attributes_are_what_h5py_reads()
    {
        string[] many = [.. Enumerable.Range(0, 9001).Select(i => $"feature {i}")];
        using (Hdf5Writer writer = Hdf5Writer.Create(this.File))
        {
            writer.CreateGroup("run/7");
            writer.CreateDataset<int>("x").Append([1]);
            writer.SetAttribute("/", "title", "Schauer über Utah");
            writer.SetAttribute("run/7", "number", 7L);
            writer.SetAttribute("x", "spacing", 1.2);
            writer.SetAttribute("x", "position", [1, 2.5, -3]);
            writer.SetAttribute("x", "classes", ["H", string.Empty, "Fe"]);
            writer.SetAttribute("x", "names", many);
            writer.Complete();
        }

        PythonPeer.ReadWithH5py(
            """
            assert f.attrs['title'] == 'Schauer über Utah'
            assert f['run/7'].attrs['number'] == 7 and f['x'].attrs['spacing'] == 1.2
            assert f['x'].attrs['position'].tolist() == [1, 2.5, -3]
            assert f['x'].attrs['classes'].tolist() == ['H', '', 'Fe']
            names = [n for k in ('names', 'names_1', 'names_2') for n in f['x'].attrs[k]]
            assert names == [f'feature {i}' for i in range(9001)]
            assert sorted(f) == ['run', 'x'] and list(f['run/7']) == []
            """,
            this.File);
    }

    [Fact]
    public void The_same_data_give_the_same_bytes()
    {
        byte[][] files = [.. Enumerable.Range(0, 2).Select(i =>
        {
            string path = this.folder.File($"{i}.h5");
            using Hdf5Writer writer = Hdf5Writer.Create(path);
            writer.CreateDataset<float>("x", [3], new Hdf5DatasetOptions { ChunkRows = 100 }).Append([1, 2, 3]);
            writer.CreateTextDataset("t").Append(["a", "bc"]);
            writer.SetAttribute("x", "names", ["a", "b", "c"]);
            writer.Complete();
            return System.IO.File.ReadAllBytes(path);
        })];

        Assert.Equal(files[0], files[1]);
    }

    [Fact]
    public void A_file_is_there_as_a_whole_or_not_at_all()
    {
        System.IO.File.WriteAllText(this.File, "old");
        using (Hdf5Writer writer = Hdf5Writer.Create(this.File))
        {
            writer.CreateDataset<int>("x").Append([1, 2]);
            Assert.Equal("old", System.IO.File.ReadAllText(this.File));
        }

        Assert.Equal("old", System.IO.File.ReadAllText(this.File));
        Assert.Equal(["x.h5"], this.folder.FileNames);

        using (Hdf5Writer writer = Hdf5Writer.Create(this.File))
        {
            writer.Complete();
            Assert.Throws<ObjectDisposedException>(() => writer.CreateGroup("late"));
            Assert.Throws<ObjectDisposedException>(writer.Complete);
        }

        Assert.Equal(["x.h5"], this.folder.FileNames);
        PythonPeer.ReadWithH5py("assert len(f) == 0", this.File);
    }

    [Fact]
    public void A_writer_of_rows_ends_with_its_file()
    {
        using Hdf5Writer writer = Hdf5Writer.Create(this.File);
        Hdf5DatasetWriter<int> numbers = writer.CreateDataset<int>("x");
        Hdf5TextWriter texts = writer.CreateTextDataset("t");
        writer.Complete();

        Assert.Throws<ObjectDisposedException>(() => numbers.Append([1]));
        Assert.Throws<ObjectDisposedException>(() => texts.Append(["a"]));
    }

    [Fact]
    public void What_cannot_be_written_is_said_with_the_file_and_the_librarys_reason()
    {
        using Hdf5Writer writer = Hdf5Writer.Create(this.File);
        writer.CreateDataset<int>("x");

        IOException twice = Assert.Throws<IOException>(() => writer.CreateDataset<int>("x"));
        IOException below = Assert.Throws<IOException>(() => writer.CreateDataset<int>("x/y"));
        IOException nothing = Assert.Throws<IOException>(() => writer.SetAttribute("z", "a", 1L));

        Assert.StartsWith($"{this.File}: the data set x cannot be made: ", twice.Message, StringComparison.Ordinal);
        Assert.Contains("exists", twice.Message, StringComparison.Ordinal);
        Assert.StartsWith($"{this.File}: the data set x/y cannot be made: ", below.Message, StringComparison.Ordinal);
        Assert.StartsWith($"{this.File}: the attribute a of z cannot be written: ", nothing.Message, StringComparison.Ordinal);
        Assert.Throws<DirectoryNotFoundException>(() => Hdf5Writer.Create(this.folder.File("no/x.h5")));
        Assert.Throws<IOException>(() => Hdf5Writer.Create(this.folder.Path));
    }

    [Fact]
    public void A_call_that_cannot_be_is_refused()
    {
        using Hdf5Writer writer = Hdf5Writer.Create(this.File);
        Hdf5DatasetWriter<float> rows = writer.CreateDataset<float>("x", [3]);
        Hdf5TextWriter texts = writer.CreateTextDataset("t", 4);
        Hdf5TableWriter table = writer.CreateTable("table", [Hdf5Column.Of<int>("a", 2), Hdf5Column.Text("b", 3)]);

        Assert.Throws<ArgumentException>(() => rows.Append([1, 2]));
        Assert.Throws<ArgumentException>(() => texts.Append(["12345"]));
        Assert.Throws<ArgumentException>(() => texts.Append(["a\0b"]));
        Assert.Throws<ArgumentException>(() => texts.Append([null!]));
        Assert.Throws<ArgumentException>(() => table.Append(new[] { 1, 2 }));
        Assert.Throws<ArgumentException>(() => table.Append(new[] { 1, 2, 3 }, new[] { "a" }));
        Assert.Throws<ArgumentException>(() => table.Append(new[] { 1f, 2 }, new[] { "a" }));
        Assert.Throws<ArgumentException>(() => table.Append(new[] { 1, 2 }, new[] { "long" }));
        Assert.Throws<ArgumentException>(() => writer.CreateTable("none", []));
        Assert.Throws<ArgumentException>(() => writer.CreateTable("twice", [Hdf5Column.Of<int>("a"), Hdf5Column.Of<int>("a")]));
        Assert.Throws<ArgumentException>(() => writer.CreateDataset<decimal>("m"));
        Assert.Throws<ArgumentException>(() => writer.CreateDataset<int>("m", [0]));
        Assert.Throws<ArgumentException>(() => writer.CreateDataset<int>("/"));
        Assert.Throws<ArgumentException>(() => writer.CreateDataset<int>("m", options: new Hdf5DatasetOptions { Deflate = 10 }));
        Assert.Throws<ArgumentException>(() => writer.CreateDataset<int>("m", options: new Hdf5DatasetOptions { ChunkRows = 0 }));
        Assert.Throws<ArgumentException>(() => writer.CreateDataset<int>("m", [1 << 29], new Hdf5DatasetOptions { ChunkRows = 2 }));
        Assert.Equal(0, rows.Count);
    }

    [Fact]
    public void Threads_write_files_side_by_side()
    {
        Parallel.For(0, 8, i =>
        {
            using Hdf5Writer writer = Hdf5Writer.Create(this.folder.File($"{i}.h5"));
            Hdf5DatasetWriter<int> rows = writer.CreateDataset<int>("x", [], new Hdf5DatasetOptions { ChunkRows = 3, Deflate = 1 });
            for (int k = 0; k < 50; k++)
            {
                rows.Append([i, k]);
            }

            writer.Complete();
        });

        PythonPeer.ReadWithH5py(
            """
            import os
            for i in range(8):
                x = h5py.File(os.path.join(a[0], f'{i}.h5'), 'r')['x'][:]
                assert x[::2].tolist() == [i] * 50 and x[1::2].tolist() == list(range(50))
            """,
            this.folder.File("0.h5"),
            this.folder.Path);
    }
}
