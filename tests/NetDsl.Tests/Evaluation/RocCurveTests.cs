using NetDsl.Evaluation;

namespace NetDsl.Tests.Evaluation;

public class RocCurveTests
{
    [Fact]
    public void Scores_of_either_precision_give_the_curve()
    {
        float[] scores = [0.1f, 0.4f, 0.35f, 0.8f];
        float[] labels = [0, 0, 1, 1];

        RocCurve curve = RocCurve.Of(scores, labels);

        Assert.Equal([0, 0, 0.5, 0.5, 1], curve.FalsePositiveRates);
        Assert.Equal([0, 0.5, 0.5, 1, 1], curve.TruePositiveRates);
        Assert.Equal(0.75, curve.AreaUnderCurve);
        Assert.Equal(0.75, RocCurve.Of<double>([0.1, 0.4, 0.35, 0.8], [-1, -1, 1, 1]).AreaUnderCurve);
    }

    [Fact]
    public void Equal_scores_are_worth_half()
    {
        RocCurve curve = RocCurve.Of<float>([0.5f, 0.5f, 0.5f], [0, 1, 0]);

        Assert.Equal([0, 1], curve.FalsePositiveRates);
        Assert.Equal(0.5, curve.AreaUnderCurve);
    }

    [Fact]
    public void A_negative_weight_takes_its_sample_back()
    {
        RocCurve without = RocCurve.Of<double>([0.9, 0.7, 0.4, 0.2], [1, 0, 1, 0]);
        RocCurve with = RocCurve.Of<double>([0.9, 0.7, 0.4, 0.2, 0.3, 0.3], [1, 0, 1, 0, 1, 1], [1, 1, 1, 1, 2, -2]);

        Assert.Equal(without.AreaUnderCurve, with.AreaUnderCurve, 1e-15);
    }

    [Fact]
    public void Rates_need_not_rise_where_weights_are_negative()
    {
        RocCurve curve = RocCurve.Of<double>([0.9, 0.8, 0.7, 0.6], [0, 1, 0, 1], [3, 1, -1, 1]);

        Assert.Equal([0, 1.5, 1.5, 1, 1], curve.FalsePositiveRates);
        Assert.Equal(0, curve.SignalEfficiencyAt(0.5));
        Assert.Equal(1, curve.SignalEfficiencyAt(0));
    }

    [Fact]
    public void The_efficiency_at_a_rejection_is_the_best_that_keeps_it()
    {
        float[] scores = [1, 0.9f, 0.8f, 0.7f, 0.6f, 0.5f, 0.4f, 0.3f, 0.2f, 0.1f, 0.05f, 0.01f];
        float[] labels = [1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0];

        RocCurve curve = RocCurve.Of(scores, labels);

        // One background event of ten is kept with both signal events, though 1 - 0.9 is a little less than 0.1.
        Assert.Equal(1, curve.SignalEfficiencyAt(0.9));
        Assert.Equal(0.9, curve.BackgroundRejectionAt(1), 1e-15);
        Assert.Equal(0.5, curve.SignalEfficiencyAt(0.95));
        Assert.Equal(0.5, curve.SignalEfficiencyAt(1));
        Assert.Equal(1, curve.BackgroundRejectionAt(0.5));
        Assert.Equal(1, curve.BackgroundRejectionAt(0));
        Assert.Equal(1, curve.SignalEfficiencyAt(0));
    }

    [Fact]
    public void What_has_no_curve_is_refused()
    {
        AssertRefused("positive samples (label 1) sum to 0", () => RocCurve.Of<float>([0.1f, 0.2f], [0, 0]));
        AssertRefused("negative samples (label 0 or -1) sum to 0", () => RocCurve.Of<float>([0.1f, 0.2f], [1, 1]));
        AssertRefused("negative samples (label 0 or -1) sum to -1", () => RocCurve.Of<float>([0.1f, 0.2f], [1, 0], [1, -1]));
        AssertRefused("positive samples (label 1) sum to 0", () => RocCurve.Of<float>([0.1f, 0.2f], [1, 0], [0, 0]));
        AssertRefused("The output at 1 is NaN", () => RocCurve.Of<float>([0.1f, float.NaN], [1, 0]));
        AssertRefused("The output at 0 is Infinity", () => RocCurve.Of<double>([double.PositiveInfinity, 0], [1, 0]));
        AssertRefused("The label at 1 is 2", () => RocCurve.Of<float>([0.1f, 0.2f], [1, 2]));
        AssertRefused("The label at 1 is 0;", () => RocCurve.Of<float>([0.1f, 0.2f, 0.3f], [1, 0, -1]));
        AssertRefused("The label at 0 is NaN", () => RocCurve.Of<float>([0.1f, 0.2f], [float.NaN, 0]));
        AssertRefused("2 outputs and 3 targets", () => RocCurve.Of<float>([0.1f, 0.2f], [1, 0, 1]));
        AssertRefused("no whole, positive number", () => RocCurve.Of<float>([], []));
        AssertRefused("from 0 to 1 is needed", () => RocCurve.Of<float>([0.1f, 0.2f], [1, 0]).SignalEfficiencyAt(1.5));
        AssertRefused("from 0 to 1 is needed", () => RocCurve.Of<float>([0.1f, 0.2f], [1, 0]).BackgroundRejectionAt(double.NaN));
    }

    [Fact]
    public void A_class_that_does_not_occur_is_named()
    {
        AssertRefused("Class 2 against the others", () => RocAuc.OneVsRest<float>([1, 0, 0, 0, 1, 0], [0, 1], 3));
        AssertRefused("Class 2 against the others", () => RocCurve.OneVsRest<float>([1, 0, 0, 0, 1, 0], [0, 1], 3));
        AssertRefused("sum to 0", () => RocAuc.OneVsOne<float>([1, 0, 0, 0, 1, 0], [0, 1], 3));
        AssertRefused("no micro average", () => RocAuc.OneVsOne<float>([1, 0, 0, 1], [0, 1], 2, Averaging.Micro));
    }

    private static void AssertRefused(string why, Action action) =>
        Assert.Contains(why, Assert.ThrowsAny<ArgumentException>(action).Message, StringComparison.Ordinal);
}
