using NetDsl.Data;
using NetDsl.Data.Hdf5;

namespace NetDsl.Tests.Data.Hdf5;

/// <summary>Arrays of files that say nothing of what is what, as h5py's users write them.</summary>
public sealed class Hdf5DataArrayTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string File => this.folder.File("x.h5");

    public void Dispose() => this.folder.Dispose();

    [Fact]
    public void Features_and_targets_are_the_datasets_that_are_named()
    {
        this.Write(
            """
            f['run/x'] = np.arange(24, dtype='f4').reshape(4, 3, 2)
            f['run/y'] = np.arange(8, dtype='>f8').reshape(4, 2)
            f['run/w'] = np.array([1, 2, 3, -4], 'i2')
            f['other'] = np.zeros(7)
            """);
        Hdf5Options options = new() { Features = ["/run/x"], Targets = ["run/y"], SampleWeights = "run/w" };

        Dataset data = Hdf5Data.Read(this.File, options);
        Dataset located = Hdf5Data.Read(this.File, new Hdf5Options { Location = "/run", Features = ["x"], Targets = ["y"] });

        Assert.Equal([3, 2], data.FeatureShape);
        Assert.Equal([2], data.TargetShape);
        Assert.Equal(Enumerable.Range(0, 24).Select(i => (float)i), data.AllFeatures.ToArray());
        Assert.Equal(Enumerable.Range(0, 8).Select(i => (float)i), data.AllTargets.ToArray());
        Assert.Equal([1, 2, 3, -4], data.SampleWeights);
        Assert.Equal(data.AllFeatures, located.AllFeatures);
        Assert.Equal([2, 3], Hdf5Data.Read(this.File, options with { FeatureShape = [2, 3] }).FeatureShape);
    }

    [Theory]
    [InlineData("np.array([2, 0, 2, 10])", new[] { "0", "2", "10" }, new[] { 1, 0, 1, 2 })]
    [InlineData("np.array([b'track', b'shower', b'track', b'shower'])", new[] { "shower", "track" }, new[] { 1, 0, 1, 0 })]
    [InlineData("['a', 'Ω', 'a', 'b']", new[] { "a", "b", "Ω" }, new[] { 0, 2, 0, 1 })]
    [InlineData("np.array([True, False, True, True])", new[] { "False", "True" }, new[] { 1, 0, 1, 1 })]
    public void Labels_of_numbers_and_of_texts_become_one_hot(string values, string[] classes, int[] numbers)
    {
        this.Write($"f['x'] = np.arange(8.0).reshape(4, 2)\nf['label'] = {values}");

        Dataset data = Hdf5Data.Read(this.File, new Hdf5Options { Features = ["x"], Targets = ["label"], Labels = LabelEncoding.OneHot });

        Assert.Equal(classes, data.Classes);
        Assert.Equal(numbers, Enumerable.Range(0, 4).Select(data.ClassOf));
        Assert.Equal("label", data.Layout.LabelName);
    }

    [Fact]
    public void Several_features_are_put_one_after_the_other_and_keys_come_along()
    {
        this.Write(
            """
            f['a'] = np.arange(3, dtype='f8')
            f['b'] = np.arange(12, dtype='u1').reshape(3, 2, 2)
            f['c'] = np.array([[.5], [1.5], [2.5]])
            f['run'] = np.array([7, 7, 8])
            f['night'] = np.array([b'x', b'y', b'x'])
            f['t'] = np.array([1.25, 2.5, 5])
            """);

        Dataset data = Hdf5Data.Read(this.File, new Hdf5Options { Features = ["a", "b", "c"], Group = "run", Time = "t" });
        Dataset nights = Hdf5Data.Read(this.File, new Hdf5Options { Features = ["?"], ExcludedFeatures = ["t"], Group = "night" });

        Assert.Equal([0, 0, 1, 2, 3, 0.5f, 1, 4, 5, 6, 7, 1.5f, 2, 8, 9, 10, 11, 2.5f], data.AllFeatures.ToArray());
        Assert.Equal(["a", "b[0]", "b[1]", "b[2]", "b[3]", "c[0]"], data.FeatureNames);
        Assert.Equal([7, 7, 8], data.Keys.Groups);
        Assert.Equal([1.25, 2.5, 5], data.Keys.Times);
        Assert.Equal(data.AllFeatures, nights.AllFeatures);
        Assert.Equal([0, 1, 0], nights.Keys.Groups);
    }

    [Fact]
    public void The_only_array_is_the_features_and_several_are_refused_with_a_list()
    {
        this.Write("f['deep/x'] = np.arange(6.0).reshape(2, 3)\nf['n'] = 5");
        Assert.Equal([3], Hdf5Data.Read(this.File).FeatureShape);

        this.Write("f['x'] = np.zeros((2, 3))\nf['y'] = np.zeros(2)\nf['z'] = np.zeros(4)");
        string several = Assert.Throws<DataFormatException>(() => Hdf5Data.Read(this.File)).Message;
        string rows = Assert.Throws<DataFormatException>(
            () => Hdf5Data.Read(this.File, new Hdf5Options { Features = ["x"], Targets = ["z"] })).Message;

        Assert.Contains("more than one table or array", several, StringComparison.Ordinal);
        Assert.Contains("/x    (2, 3)  float64", several, StringComparison.Ordinal);
        Assert.Contains("'/x' has 2 rows and '/z' 4", rows, StringComparison.Ordinal);
        Assert.Equal([3], Hdf5Data.Read(this.File, new Hdf5Options { Targets = ["y"] }).FeatureShape);
    }

    [Fact]
    public void Missing_values_are_what_the_options_make_of_them()
    {
        this.Write("f['x'] = np.array([[1, np.nan], [3, 4], [5, 8]])\nf['y'] = np.arange(3.0)");
        Hdf5Options options = new() { Features = ["x"], Targets = ["y"] };

        Assert.Throws<DataFormatException>(() => Hdf5Data.Read(this.File, options));
        Assert.Equal([3, 4, 5, 8], Hdf5Data.Read(this.File, options with { Missing = MissingValues.Drop }).AllFeatures);
        Assert.Equal([1, 6, 3, 4, 5, 8], Hdf5Data.Read(this.File, options with { Missing = MissingValues.Mean }).AllFeatures);
        Dataset kept = Hdf5Data.Read(this.File, options with { Missing = MissingValues.Keep });
        Assert.Equal([1, float.NaN, 3, 4, 5, 8], kept.AllFeatures);
        Assert.True(kept.Layout.MayMissFeatures);
    }

    [Fact]
    public void A_stream_of_chunked_arrays_reads_any_rows_without_a_copy_of_the_features()
    {
        this.Write(
            """
            f.create_dataset('x', data=np.arange(1000 * 64, dtype='f4').reshape(1000, 64), chunks=(32, 16), compression='gzip', shuffle=True)
            f.create_dataset('label', data=(np.arange(1000) % 3).astype('u1'), chunks=(100,))
            """);
        Hdf5Options options = new() { Features = ["x"], Targets = ["label"], Labels = LabelEncoding.OneHot };

        using RowSource rows = Hdf5Data.Open(this.File, options);

        Assert.Equal(0, rows.BlockRows % 32);
        foreach ((long first, int count) in new[] { (990L, 10), (0L, 1000), (31L, 2), (500L, 77) })
        {
            Dataset some = rows.Read(first, count);
            Assert.Equal(Enumerable.Range((int)first * 64, count * 64).Select(i => (float)i), some.AllFeatures.ToArray());
            Assert.Equal(Enumerable.Range((int)first, count).Select(i => i % 3), Enumerable.Range(0, count).Select(some.ClassOf));
        }
    }

    private void Write(string script) => PythonPeer.Write($"f = h5py.File(a[0], 'w')\n{script}\nf.close()", this.File);
}
