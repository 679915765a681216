using NetDsl.Data;
using NetDsl.Interchange;

namespace NetDsl.Tests.Interchange;

public sealed class NpyDatasetTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Features => this.folder.File("x.npy");

    private string Targets => this.folder.File("y.npy");

    private string Weights => this.folder.File("w.npy");

    public void Dispose() => this.folder.Dispose();

    [Fact]
    public void Data_read_back_as_they_were_written()
    {
        Dataset data = new([1, 2, 3, 4, 5, 6, 7, 8], [2, 2, 1], [0, 1, 1, 0], [2], classes: ["cat", "dog"], sampleWeights: [0.5f, -1]);

        NpyDataset.Write(data, this.Features, this.Targets, this.Weights);
        Dataset again = NpyDataset.Read(this.Features, this.Targets, this.Weights, ["cat", "dog"]);

        Assert.Equal([2, 2, 1], again.FeatureShape);
        Assert.Equal(data.AllFeatures, again.AllFeatures);
        Assert.Equal(data.AllTargets, again.AllTargets);
        Assert.Equal(data.SampleWeights, again.SampleWeights);
        Assert.Equal(data.Classes, again.Classes);
    }

    [Fact]
    public void Features_alone_and_single_columns_are_data_too()
    {
        NpyFile.Write(this.Features, new NpyArray([1f, 2, 3], [3]));
        NpyFile.Write(this.Targets, new NpyArray([4.0, 5, 6], [3]));

        Assert.Equal(0, NpyDataset.Read(this.Features).TargetSize);
        Dataset data = NpyDataset.Read(this.Features, this.Targets);
        Assert.Equal([1], data.FeatureShape);
        Assert.Equal([4f, 5, 6], data.AllTargets);
    }

    [Fact]
    public void Class_numbers_become_one_hot()
    {
        NpyFile.Write(this.Features, new NpyArray([1f, 2, 3], [3, 1]));
        NpyFile.Write(this.Targets, new NpyArray([2.0, 0, 2], [3]));

        Assert.Equal(["0", "1", "2"], NpyDataset.ReadLabelled(this.Features, this.Targets).Classes);
        Assert.Equal([4], NpyDataset.ReadLabelled(this.Features, this.Targets, classes: 4).TargetShape);
        Dataset named = NpyDataset.ReadLabelled(this.Features, this.Targets, classNames: ["a", "b", "c"]);
        Assert.Equal([2, 0, 2], Enumerable.Range(0, 3).Select(named.ClassOf));
        Assert.Equal(["a", "b", "c"], named.Classes);
        DataFormatException error = Assert.Throws<DataFormatException>(
            () => NpyDataset.ReadLabelled(this.Features, this.Targets, classNames: ["a", "b"]));
        Assert.Equal(this.Targets, error.Path);
    }

    [Fact]
    public void Files_that_do_not_belong_together_are_refused()
    {
        NpyFile.Write(this.Features, new NpyArray([1f, 2, 3], [3]));
        NpyFile.Write(this.Targets, new NpyArray([1f, 2], [2]));
        NpyFile.Write(this.Weights, new NpyArray([1f, 2, 3, 4, 5, 6], [3, 2]));

        Assert.Contains("the first extent is 2", Refuse(() => NpyDataset.Read(this.Features, this.Targets)), StringComparison.Ordinal);
        Assert.Contains("one number for each row", Refuse(() => NpyDataset.Read(this.Features, null, this.Weights)), StringComparison.Ordinal);
        NpyFile.Write(this.Targets, new NpyArray([1f], []));
        Assert.Contains("rows were expected", Refuse(() => NpyDataset.Read(this.Targets)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_data_do_not_have_cannot_be_written()
    {
        Dataset data = new([1], [1], [], [0]);

        Assert.Throws<ArgumentException>(() => NpyDataset.Write(data, this.Features, this.Targets));
        Assert.Throws<ArgumentException>(() => NpyDataset.Write(data, this.Features, null, this.Weights));
        Assert.Empty(this.folder.FileNames);
    }

    [Fact]
    public void A_file_is_known_by_its_first_bytes()
    {
        NpyFile.Write(this.Features, new NpyArray([1f], [1]));
        File.WriteAllText(this.Targets, "x,y\n1,2\n");
        File.WriteAllText(this.Weights, string.Empty);

        Assert.True(NpyFile.IsNpy(this.Features));
        Assert.False(NpyFile.IsNpy(this.Targets));
        Assert.False(NpyFile.IsNpy(this.Weights));
    }

    private static string Refuse(Func<Dataset> read) => Assert.Throws<DataFormatException>(read).Message;
}
