using System.Globalization;

namespace NetDsl.Benchmarks.Measurement;

/// <summary>Figures as people read them: three digits and a unit.</summary>
internal static class Amount
{
    private static readonly (double Size, string Suffix)[] Sizes = [(1e9, " G"), (1e6, " M"), (1e3, " k"), (1, "")];

    /// <summary>A rate: 4.41 M, 61.5 k, 851.</summary>
    /// <param name="perSecond">How many in a second.</param>
    public static string Rate(double perSecond)
    {
        // Half a unit of the third digit below, so that 999.6 k is not written as 1000 k.
        (double size, string suffix) = Sizes.FirstOrDefault(unit => perSecond >= 0.9995 * unit.Size, (1, ""));
        return Digits(perSecond / size) + suffix;
    }

    /// <summary>A time: 533 us, 1.80 ms.</summary>
    /// <param name="seconds">The seconds.</param>
    public static string Time(double seconds) => Time(seconds, Digits);

    /// <summary>A time that is a whole number of some unit, as on an axis: 10 us.</summary>
    /// <param name="seconds">The seconds.</param>
    public static string RoundTime(double seconds) => Time(seconds, value => value.ToString("0", CultureInfo.InvariantCulture));

    /// <summary>Three digits: 0.523, 5.23, 52.3, 523.</summary>
    /// <param name="value">The value.</param>
    public static string Digits(double value) => value.ToString(
        Math.Abs(value) switch { < 0.9995 => "0.000", < 9.995 => "0.00", < 99.95 => "0.0", _ => "0" }, CultureInfo.InvariantCulture);

    private static string Time(double seconds, Func<double, string> number) => seconds switch
    {
        < 0.9995e-6 => $"{number(seconds * 1e9)} ns",
        < 0.9995e-3 => $"{number(seconds * 1e6)} us",
        < 0.9995 => $"{number(seconds * 1e3)} ms",
        _ => $"{number(seconds)} s",
    };
}
