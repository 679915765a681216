using NetDsl.Data;

namespace NetDsl.Tests.Data;

public class DatasetBalanceTests
{
    private static readonly float[] Labels = [0, 1, 0, 0, 1, 0, 0, 0];

    [Fact]
    public void Oversampling_repeats_rows_of_the_smaller_classes_evenly()
    {
        Dataset balanced = Data().Balance(BalanceMethod.Oversample, seed: 1);
        Assert.Equal([6, 6], balanced.CountClasses());
        Assert.Equal([0f, 1, 1, 1, 2, 3, 4, 4, 4, 5, 6, 7], balanced.AllFeatures);
        Dataset odd = Data().Subset([0, 1, 2, 3, 4]).Balance(BalanceMethod.Oversample, seed: 1);
        Assert.Equal([3, 3], odd.CountClasses());
        Assert.Equal(odd.AllFeatures, Data().Subset([0, 1, 2, 3, 4]).Balance(BalanceMethod.Oversample, seed: 1).AllFeatures);
        Assert.Contains(Enumerable.Range(2, 20), seed => !Data().Subset([0, 1, 2, 3, 4])
            .Balance(BalanceMethod.Oversample, (ulong)seed).AllFeatures.SequenceEqual(odd.AllFeatures));
    }

    [Fact]
    public void Undersampling_keeps_as_many_rows_of_each_class_in_their_order()
    {
        Dataset balanced = Data().Balance(BalanceMethod.Undersample, seed: 2);
        Assert.Equal([2, 2], balanced.CountClasses());
        Assert.Equal(balanced.AllFeatures.ToArray().Order(), balanced.AllFeatures.ToArray());
        Assert.Equal(4, balanced.AllFeatures.ToArray().Distinct().Count());
        Assert.Contains(Enumerable.Range(3, 20), seed =>
            !Data().Balance(BalanceMethod.Undersample, (ulong)seed).AllFeatures.SequenceEqual(balanced.AllFeatures));
    }

    [Fact]
    public void Weights_add_up_alike_and_to_as_much_as_before()
    {
        Dataset balanced = Data().Balance(BalanceMethod.Weights);
        Assert.Equal([8f / 12, 2, 8f / 12, 8f / 12, 2, 8f / 12, 8f / 12, 8f / 12], balanced.SampleWeights);

        Dataset weighted = Data().WithSampleWeights([1, 3, 1, 1, -1, 1, 1, 1]).Balance(BalanceMethod.Weights);
        Assert.Equal([4f / 6, 6, 4f / 6, 4f / 6, -2, 4f / 6, 4f / 6, 4f / 6], weighted.SampleWeights);
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => Data().WithSampleWeights([1, 1, 1, 1, -1, 1, 1, 1]).Balance(BalanceMethod.Weights));
        Assert.Contains("class 'yes' add up to 0", error.Message);
    }

    [Fact]
    public void Classes_without_a_row_are_not_counted_and_values_are_no_classes()
    {
        Dataset three = new([1, 2, 3], [1], [0, 0, 1, 1, 0, 0, 0, 0, 1], [3], classes: ["a", "b", "c"]);
        Assert.Equal([1, 0, 1], three.Balance(BalanceMethod.Undersample).CountClasses());
        Assert.Equal([0.75f, 1.5f, 0.75f], three.Balance(BalanceMethod.Weights).SampleWeights);
        Assert.Throws<InvalidOperationException>(() => new Dataset([1], [1], [1], [1]).Balance(BalanceMethod.Weights));
    }

    private static Dataset Data() => new([0, 1, 2, 3, 4, 5, 6, 7], [1], [.. Labels], [1], classes: ["no", "yes"]);
}
