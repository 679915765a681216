namespace NetDsl.Evaluation;

/// <summary>How far a signal of s expected events stands out of a background of b, in standard deviations.</summary>
public static class Significance
{
    /// <summary>
    /// Below this share of signal the bracket of the Asimov formula is a small difference of larger numbers: at 1e-4 half of its digits are
    /// lost. There its series is used, with as many terms as reach the last digit.
    /// </summary>
    private const double SmallShare = 1e-2;

    private const int SeriesTerms = 8;

    /// <summary>The significance by one of the formulas.</summary>
    /// <param name="measure">Which.</param>
    /// <param name="signal">s, the expected events of signal.</param>
    /// <param name="background">b, the expected events of background.</param>
    public static double Of(SignificanceMeasure measure, double signal, double background) => measure switch
    {
        SignificanceMeasure.SignalOverRootBackground => SignalOverRootBackground(signal, background),
        SignificanceMeasure.SignalOverRootTotal => SignalOverRootTotal(signal, background),
        SignificanceMeasure.Asimov => Asimov(signal, background),
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "Unknown significance."),
    };

    /// <summary>s / sqrt(b); not a number where b is zero or below.</summary>
    /// <param name="signal">s, the expected events of signal.</param>
    /// <param name="background">b, the expected events of background.</param>
    public static double SignalOverRootBackground(double signal, double background) =>
        background > 0 ? signal / Math.Sqrt(background) : double.NaN;

    /// <summary>s / sqrt(s + b); not a number where s + b is zero or below.</summary>
    /// <param name="signal">s, the expected events of signal.</param>
    /// <param name="background">b, the expected events of background.</param>
    public static double SignalOverRootTotal(double signal, double background) =>
        signal + background > 0 ? signal / Math.Sqrt(signal + background) : double.NaN;

    /// <summary>
    /// sqrt(2 ((s + b) ln(1 + s / b) - s)), equation 97 of <see cref="SignificanceMeasure.Asimov"/>. Not a number where b is zero or below;
    /// 0 where s is, for a deficit is no evidence of a signal (there, equation 12).
    /// </summary>
    /// <param name="signal">s, the expected events of signal.</param>
    /// <param name="background">b, the expected events of background.</param>
    public static double Asimov(double signal, double background)
    {
        if (!(background > 0))
        {
            return double.NaN;
        }

        if (!(signal > 0))
        {
            return 0;
        }

        double x = signal / background;
        double bracket = x < SmallShare ? x * x * Series(x) : ((1 + x) * Math.Log(1 + x)) - x;
        return Math.Sqrt(2 * background * bracket);
    }

    // (1 + x) ln(1 + x) - x = x^2 (1 / 2 - x / 6 + x^2 / 12 - ... +- x^k / ((k + 1) (k + 2)) -+ ...).
    private static double Series(double x)
    {
        double sum = 0;
        for (int k = SeriesTerms - 1; k >= 0; k--)
        {
            sum = (1.0 / ((k + 1) * (k + 2))) - (x * sum);
        }

        return sum;
    }
}
