using NetDsl.Data;

namespace NetDsl.Tests.Data;

public class RowSourceTests
{
    private static readonly Dataset Numbers = new(
        [.. Enumerable.Range(0, 20).Select(i => (float)i)],
        [2],
        [.. Enumerable.Range(0, 10).Select(i => 100f + i)],
        [1],
        featureNames: ["a", "b"],
        sampleWeights: [.. Enumerable.Range(0, 10).Select(i => i / 10f)]);

    [Fact]
    public void Some_rows_become_a_data_set_of_the_same_names_and_weights()
    {
        Dataset some = RowSource.Of(Numbers).Read(3, 4);
        Assert.Equal(Numbers.AllFeatures.Slice(6, 8).ToArray(), some.AllFeatures.ToArray());
        Assert.Equal(Numbers.AllTargets.Slice(3, 4).ToArray(), some.AllTargets.ToArray());
        Assert.Equal(Numbers.SampleWeights.Slice(3, 4).ToArray(), some.SampleWeights.ToArray());
        Assert.Equal(["a", "b"], some.FeatureNames);
    }

    [Fact]
    public void Batches_have_all_rows_in_their_order()
    {
        Dataset[] batches = [.. RowSource.Of(Numbers).Batches(4)];
        Assert.Equal([4, 4, 2], batches.Select(batch => batch.Count));
        Assert.Equal(Numbers.AllFeatures.ToArray(), batches.SelectMany(batch => batch.AllFeatures.ToArray()));
    }

    [Fact]
    public void A_slice_is_a_source_of_its_rows()
    {
        RowSource slice = RowSource.Of(Numbers).Slice(2, 5);
        Assert.Equal(5, slice.Count);
        Assert.Equal(Numbers.AllTargets.Slice(2, 5).ToArray(), slice.ReadAll().AllTargets.ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => RowSource.Of(Numbers).Slice(6, 5));
    }

    [Fact]
    public void Several_sources_are_read_as_one_across_their_borders()
    {
        using RowSource all = RowSource.Concatenate([new WatchedSource(Numbers), RowSource.Of(Numbers).Slice(0, 3), new WatchedSource(Numbers)]);
        Assert.Equal(23, all.Count);
        float[] expected = [.. Numbers.AllTargets, .. Numbers.AllTargets[..3], .. Numbers.AllTargets];
        Assert.Equal(expected, all.ReadAll().AllTargets.ToArray());
        Assert.Equal(expected[8..16], all.Read(8, 8).AllTargets.ToArray());
    }

    [Fact]
    public void Sources_of_different_rows_cannot_be_one()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => RowSource.Concatenate([RowSource.Of(Numbers), RowSource.Of(Numbers.WithSampleWeights(null))]));
        Assert.Contains("one has weights", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Concatenated_sources_are_disposed_together()
    {
        WatchedSource one = new(Numbers);
        WatchedSource other = new(Numbers);
        RowSource.Concatenate([one, other]).Dispose();
        Assert.True(one.IsDisposed && other.IsDisposed);
    }

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(9, 2)]
    [InlineData(0, 0)]
    [InlineData(long.MaxValue, 2)]
    public void Rows_that_are_not_there_cannot_be_read(long first, int count) =>
        Assert.ThrowsAny<ArgumentException>(() => RowSource.Of(Numbers).Read(first, count));

    [Fact]
    public void Room_of_another_size_is_refused()
    {
        float[] room = new float[7];
        Assert.Throws<ArgumentException>(() => RowSource.Of(Numbers).Read(0, 4, new RowValues(room, default, default)));
    }

    [Fact]
    public void Targets_and_weights_can_be_left_out()
    {
        float[] room = new float[8];
        RowSource.Of(Numbers).Read(1, 4, new RowValues(room, default, default));
        Assert.Equal(Numbers.AllFeatures.Slice(2, 8).ToArray(), room);
    }

    [Fact]
    public void Keys_follow_their_rows()
    {
        RowLayout layout = new() { FeatureShape = [1] };
        Dataset keyed = new(layout, [0, 1, 2, 3], [], keys: new RowKeys([5, 6, 7, 8], [0.5, 1.5, 2.5, 3.5]));
        Dataset read = RowSource.Concatenate([RowSource.Of(keyed).Slice(1, 2), RowSource.Of(keyed)]).ReadAll();
        Assert.Equal([6, 7, 5, 6, 7, 8], read.Keys.Groups.ToArray());
        Assert.Equal([1.5, 2.5, 0.5, 1.5, 2.5, 3.5], read.Keys.Times.ToArray());
        Assert.Equal([8, 5], keyed.Subset([3, 0]).Keys.Groups.ToArray());
    }

    [Fact]
    public void A_feature_may_be_missing_only_where_the_layout_allows_it()
    {
        RowLayout layout = new() { FeatureShape = [2], FeatureNames = ["x", "y"], MayMissFeatures = true };
        Dataset data = new(layout, [1, float.NaN, 3, 4], []);
        Assert.Equal(1, data.MissingCount);
        Assert.Equal(0, data.Subset([1]).MissingCount);
        DataFormatException infinite = Assert.Throws<DataFormatException>(() => new Dataset(layout, [1, float.PositiveInfinity], []));
        Assert.Equal("y", infinite.Column);
        Assert.Throws<DataFormatException>(() => new Dataset(layout with { MayMissFeatures = false }, [1, float.NaN], []));
    }
}
