using NetDsl.Evaluation;

namespace NetDsl.Tests.Evaluation;

public class SignificanceTests
{
    [Fact]
    public void The_formulas_give_known_values()
    {
        Assert.Equal(1, Significance.SignalOverRootBackground(10, 100));
        Assert.Equal(10 / Math.Sqrt(110), Significance.SignalOverRootTotal(10, 100), 1e-15);
        Assert.Equal(Math.Sqrt(2 * ((110 * Math.Log(1.1)) - 10)), Significance.Asimov(10, 100), 1e-12);
    }

    [Theory]
    [InlineData(1e-9)]
    [InlineData(1e-4)]
    [InlineData(0.99e-2)]
    [InlineData(1.01e-2)]
    [InlineData(0.1)]
    public void A_small_signal_loses_no_digits(double share)
    {
        const double Background = 1e6;

        // (1 + x) ln(1 + x) - x by its series, far beyond what is needed.
        double bracket = 0;
        for (int k = 30; k >= 0; k--)
        {
            bracket += Math.Pow(-share, k) * share * share / ((k + 1) * (k + 2));
        }

        Assert.Equal(1, Significance.Asimov(share * Background, Background) / Math.Sqrt(2 * Background * bracket), 1e-11);
    }

    [Fact]
    public void Without_background_there_is_no_significance_and_without_signal_none_above_zero()
    {
        Assert.Equal(double.NaN, Significance.SignalOverRootBackground(1, 0));
        Assert.Equal(double.NaN, Significance.SignalOverRootTotal(1, -1));
        Assert.Equal(double.NaN, Significance.Asimov(1, -0.5));
        Assert.Equal(0, Significance.Asimov(-1, 10));
    }

    [Fact]
    public void Cuts_that_leave_too_little_background_are_passed_over()
    {
        float[] scores = [0.9f, 0.8f, 0.7f, 0.6f, 0.5f, 0.4f];
        float[] labels = [1, 1, 0, 1, 0, 0];

        SignificanceScan every = SignificanceScan.Of(scores, labels);
        SignificanceScan enough = SignificanceScan.Of(scores, labels, minimumBackground: 1);

        Assert.Equal(double.NaN, every.Significances[0]);
        Assert.Equal(0.6f, (float)every.BestCut);
        Assert.Equal((3, 1), (every.Signals[every.BestIndex], every.Backgrounds[every.BestIndex]));
        Assert.Equal(0.5f, (float)enough.BestCut);
    }

    [Fact]
    public void Background_that_cancels_but_for_rounding_is_none()
    {
        SignificanceScan scan = SignificanceScan.Of<double>([0.9, 0.9, 0.9, 0.9, 0.1], [1, 0, 0, 0, 0], [1, 0.1, 0.2, -0.3, 4]);

        Assert.Equal(double.NaN, scan.Significances[0]);
        Assert.Equal(0.1, scan.BestCut);
    }

    [Fact]
    public void Without_background_at_any_cut_the_scan_is_refused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => SignificanceScan.Of<float>([0.9f, 0.8f], [1, 1]));

        Assert.Contains("No cut leaves more than 0", error.Message, StringComparison.Ordinal);
    }
}
