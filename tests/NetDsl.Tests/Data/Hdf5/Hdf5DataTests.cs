using NetDsl.Data;
using NetDsl.Data.Hdf5;

namespace NetDsl.Tests.Data.Hdf5;

public sealed class Hdf5DataTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public Hdf5DataTests() => Hdf5Library.Need();

    private string File => this.folder.File("x.h5");

    public void Dispose() => this.folder.Dispose();

    [Theory]
    [InlineData(0, null)]
    [InlineData(6, 3)]
    [InlineData(1, 1)]
    public void Data_read_back_as_they_were_written(int deflate, int? chunkRows)
    {
        Dataset data = Images(rows: 20);

        Hdf5Data.Write(this.File, data, new Hdf5WriteOptions { Deflate = deflate, ChunkRows = chunkRows });
        Dataset again = Hdf5Data.Read(this.File);

        AssertSame(data, again);
        Assert.Equal("kind", again.Layout.LabelName);
        Assert.Equal("factor", again.Layout.WeightName);
        Assert.Equal(data.Keys.Groups, again.Keys.Groups);
        Assert.Equal(data.Keys.Times, again.Keys.Times);
    }

    [Fact]
    public void Names_categories_and_missing_features_read_back_too()
    {
        RowLayout layout = new()
        {
            FeatureShape = [3],
            FeatureNames = ["energy", "kind", "Ω"],
            TargetShape = [2],
            TargetNames = ["x", "y"],
            Categories = new Dictionary<int, IReadOnlyList<string>> { [1] = ["H", "Fe"], [2] = ["only"] },
            MayMissFeatures = true,
        };
        Dataset data = new(layout, [1, 0, float.NaN, float.NaN, 1, 0], [1, 2, 3, 4]);

        Hdf5Data.Write(this.File, data);
        Dataset again = Hdf5Data.Read(this.File);

        AssertSame(data, again);
        Assert.Equal(layout.FeatureNames, again.FeatureNames);
        Assert.Equal(layout.TargetNames, again.TargetNames);
        Assert.Equal([1, 2], again.Layout.Categories.Keys.Order());
        Assert.Equal(["H", "Fe"], again.Layout.Categories[1]);
        Assert.Equal(["only"], again.Layout.Categories[2]);
        Assert.True(again.Layout.MayMissFeatures);
        Assert.Equal(2, again.MissingCount);
    }

    [Fact]
    public void More_names_than_an_attribute_holds_read_back_and_features_need_nothing_else()
    {
        string[] names = [.. Enumerable.Range(0, 9001).Select(i => $"n{i}")];
        Dataset data = new([.. Enumerable.Range(0, 9001).Select(i => (float)i)], [9001], [], [0], names);

        Hdf5Data.Write(this.File, data);
        Dataset again = Hdf5Data.Read(this.File);

        Assert.Equal(names, again.FeatureNames);
        Assert.Equal(data.AllFeatures, again.AllFeatures);
        Assert.Equal(0, again.TargetSize);
    }

    [Fact]
    public void Data_sets_have_the_names_that_are_asked_for_and_need_none_to_be_read()
    {
        Dataset data = Images(rows: 4);

        Hdf5Data.Write(this.File, data, new Hdf5WriteOptions { Features = "run/images", Targets = "run/kinds", Weights = "run/w" });

        AssertSame(data, Hdf5Data.Read(this.File));
        PythonPeer.ReadWithH5py("assert f['run/images'].shape == (4, 2, 3, 1) and f['run/kinds'].shape == (4, 2) and f['run/w'].shape == (4,)", this.File);
    }

    [Fact]
    public void What_is_written_is_what_h5py_reads()
    {
        Hdf5Data.Write(this.File, Images(rows: 300), new Hdf5WriteOptions { Deflate = 4, ChunkRows = 7 });

        PythonPeer.ReadWithH5py(
            """
            x = f['features']
            assert x.dtype == '<f4' and x.chunks == (7, 2, 3, 1) and x.compression == 'gzip' and x.shuffle
            assert np.array_equal(x[:].ravel(), np.arange(1800, dtype='f4') / 8)
            assert np.array_equal(f['targets'][:], np.eye(2, dtype='f4')[np.arange(300) % 2])
            assert f['targets'].attrs['classes'].tolist() == ['shower', 'track'] and f['targets'].attrs['column'] == 'kind'
            assert np.array_equal(f['weights'][:], np.arange(300, dtype='f4') - 5)
            assert np.array_equal(f['groups'][:], np.arange(300) // 3) and np.array_equal(f['times'][:], np.arange(300) / 4)
            """,
            this.File);
    }

    [Fact]
    public void A_stream_is_written_block_by_block_and_read_in_any_order()
    {
        // More than one block of the writer.
        using CountingSource rows = new(3000, width: 2048);
        List<long> progress = [];

        Hdf5Data.Write(this.File, rows, new Hdf5WriteOptions { ChunkRows = 100 }, new Progress(progress.Add), TestContext.Current.CancellationToken);

        Assert.True(progress.Count > 2);
        Assert.Equal(3000, progress[^1]);
        Assert.Equal(progress.Order(), progress);
        using RowSource again = Hdf5Data.Open(this.File);
        Assert.Equal(3000, again.Count);
        Assert.Equal(100, again.BlockRows);
        foreach ((long first, int count) in new[] { (2999L, 1), (0L, 1), (950L, 250), (100L, 100) })
        {
            Dataset some = again.Read(first, count);
            Assert.Equal(CountingSource.Values(first, count, 2048), some.AllFeatures);
            Assert.Equal(CountingSource.Values(first, count, 1), some.AllTargets);
        }
    }

    [Fact]
    public void A_cancelled_or_failed_write_leaves_nothing_behind()
    {
        using CountingSource rows = new(3000, width: 2048);
        using CancellationTokenSource cancellation = new();

        Assert.ThrowsAny<OperationCanceledException>(
            () => Hdf5Data.Write(this.File, rows, null, new Progress(_ => cancellation.Cancel()), cancellation.Token));
        using CountingSource broken = new(3000, width: 2048, brokenRow: 2500);
        DataFormatException error = Assert.Throws<DataFormatException>(() => Hdf5Data.Write(this.File, broken, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Throws<IOException>(() => Hdf5Data.Write(
            this.File, rows, new Hdf5WriteOptions { Targets = "features" }, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(2500, error.Row);
        Assert.Empty(this.folder.FileNames);
    }

    [Fact]
    public void Several_files_are_one_source()
    {
        string[] paths = ["a.h5", "b.h5", "c.h5"];
        for (int i = 0; i < paths.Length; i++)
        {
            Dataset part = new([i, i + 0.5f], [1], [1, 0, 0, 1], [2], classes: ["a", "b"]);
            Hdf5Data.Write(this.folder.File(paths[i]), part);
        }

        using RowSource all = Hdf5Data.Open([.. paths.Select(this.folder.File)]);

        Assert.Equal(6, all.Count);
        Assert.Equal([0, 0.5f, 1, 1.5f, 2, 2.5f], all.ReadAll().AllFeatures);
        Assert.Throws<ArgumentException>(() => Hdf5Data.Open([]));
        Hdf5Data.Write(this.folder.File("d.h5"), new Dataset([1, 2], [2], [1, 0], [2], classes: ["a", "b"]));
        Assert.Throws<ArgumentException>(() => Hdf5Data.Open([this.folder.File("a.h5"), this.folder.File("d.h5")]));
    }

    [Fact]
    public void A_file_is_read_while_others_hold_it_open_and_closed_when_done()
    {
        Dataset data = Images(rows: 4);
        Hdf5Data.Write(this.File, data);
        using (new FileStream(this.File, FileMode.Open, FileAccess.Read, FileShare.Read))
        using (RowSource rows = Hdf5Data.Open(this.File))
        using (RowSource others = Hdf5Data.Open(this.File))
        {
            AssertSame(data, rows.ReadAll());
            AssertSame(data, others.ReadAll());
            AssertSame(data, Hdf5Data.Read(this.File));
        }

        using FileStream alone = new(this.File, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
    }

    [Fact]
    public void Rows_are_read_into_the_callers_memory_without_a_copy()
    {
        using CountingSource rows = new(512, width: 1024);
        Hdf5Data.Write(this.File, rows, cancellationToken: TestContext.Current.CancellationToken);
        using RowSource again = Hdf5Data.Open(this.File);
        float[] features = new float[512 * 1024];
        float[] targets = new float[512];
        again.Read(0, 512, new RowValues(features, targets, default));
        long before = GC.GetAllocatedBytesForCurrentThread();

        again.Read(0, 512, new RowValues(features, targets, default));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, features.Length / 2);
        Assert.Equal(CountingSource.Values(0, 512, 1024), features);
    }

    [Fact]
    public void A_file_whose_description_does_not_fit_its_data_is_refused()
    {
        (string Problem, Action<Hdf5Writer> Write)[] files =
        [
            ("does not say where the features are", _ => { }),
            ("there is no 'nothing'", file => file.SetAttribute("/", "features", "nothing")),
            ("does not fit", file => Described(file, names: ["a", "b"])),
            ("as many rows", file =>
            {
                Described(file, names: null);
                file.SetAttribute("/", "targets", "y");
                file.CreateDataset<float>("y", [1]).Append([1, 2, 3]);
            }),
            ("version 2", file => file.SetAttribute("/", "format_version", 2L)),
        ];
        foreach ((string problem, Action<Hdf5Writer> write) in files)
        {
            using (Hdf5Writer file = Hdf5Writer.Create(this.File))
            {
                file.SetAttribute("/", "format", "NetDsl data");
                write(file);
                file.Complete();
            }

            DataFormatException error = Assert.Throws<DataFormatException>(() => Hdf5Data.Read(this.File));
            Assert.Contains(problem, error.Message, StringComparison.Ordinal);
            Assert.Equal(this.File, error.Path);
            System.IO.File.Delete(this.File);
        }
    }

    private static void Described(Hdf5Writer file, string[]? names)
    {
        file.SetAttribute("/", "features", "x");
        file.CreateDataset<float>("x", [3]).Append([1, 2, 3, 4, 5, 6]);
        if (names is not null)
        {
            file.SetAttribute("x", "names", names);
        }
    }

    private static Dataset Images(int rows)
    {
        RowLayout layout = new()
        {
            FeatureShape = [2, 3, 1],
            TargetShape = [2],
            Classes = ["shower", "track"],
            LabelName = "kind",
            WeightName = "factor",
        };
        return new Dataset(
            layout,
            [.. Enumerable.Range(0, rows * 6).Select(i => i / 8f)],
            [.. Enumerable.Range(0, rows * 2).Select(i => (i / 2 % 2) == (i % 2) ? 1f : 0)],
            [.. Enumerable.Range(0, rows).Select(i => i - 5f)],
            new RowKeys([.. Enumerable.Range(0, rows).Select(i => i / 3)], [.. Enumerable.Range(0, rows).Select(i => i / 4.0)]));
    }

    private static void AssertSame(Dataset expected, Dataset actual)
    {
        Assert.Equal(expected.FeatureShape, actual.FeatureShape);
        Assert.Equal(expected.TargetShape, actual.TargetShape);
        Assert.Equal(expected.AllFeatures, actual.AllFeatures);
        Assert.Equal(expected.AllTargets, actual.AllTargets);
        Assert.Equal(expected.SampleWeights, actual.SampleWeights);
        Assert.Equal(expected.Classes, actual.Classes);
    }

    private sealed class Progress(Action<long> take) : IProgress<long>
    {
        public void Report(long value) => take(value);
    }

    /// <summary>Rows whose numbers tell their places.</summary>
    private sealed class CountingSource(long rows, int width, long brokenRow = -1)
        : RowSource("counting", new RowLayout { FeatureShape = [width], TargetShape = [1] }, rows)
    {
        public static float[] Values(long first, int count, int width)
        {
            float[] values = new float[count * width];
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = ((first + (i / width)) * 10) + (i % width % 7);
            }

            return values;
        }

        protected internal override void ReadRows(long first, int count, RowValues destination)
        {
            Values(first, count, this.Layout.FeatureSize).CopyTo(destination.Features);
            Values(first, count, 1).CopyTo(destination.Targets);
            if (brokenRow >= first && brokenRow < first + count)
            {
                destination.Targets[(int)(brokenRow - first)] = float.NaN;
            }
        }
    }
}
