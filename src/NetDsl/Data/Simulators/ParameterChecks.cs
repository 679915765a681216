namespace NetDsl.Data.Simulators;

/// <summary>Refuses constants with which a simulation would never end, or give what is no number.</summary>
internal static class ParameterChecks
{
    /// <summary>A number that must lie in a range.</summary>
    /// <param name="value">The number.</param>
    /// <param name="least">The smallest one allowed.</param>
    /// <param name="greatest">The largest one allowed.</param>
    /// <param name="name">What it is called.</param>
    /// <exception cref="ArgumentException">It does not lie there.</exception>
    public static void Range(double value, double least, double greatest, string name) =>
        Require(value >= least && value <= greatest, value, name, FormattableString.Invariant($"from {least} to {greatest}"));

    /// <summary>A number that must be above 0.</summary>
    /// <exception cref="ArgumentException">It is not, or it is infinite.</exception>
    public static void Positive(double value, string name) => Require(value > 0 && double.IsFinite(value), value, name, "a finite number above 0");

    /// <summary>A number that must be at least 0.</summary>
    /// <exception cref="ArgumentException">It is not, or it is infinite.</exception>
    public static void NotNegative(double value, string name) =>
        Require(value >= 0 && double.IsFinite(value), value, name, "a finite number of at least 0");

    /// <summary>A number that must be finite.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static void Finite(double value, string name) => Require(double.IsFinite(value), value, name, "a finite number");

    /// <summary>The two ends of a range.</summary>
    /// <exception cref="ArgumentException">The first is above the second, or one is not finite.</exception>
    public static void Ordered(double minimum, double maximum, string minimumName, string maximumName)
    {
        Finite(minimum, minimumName);
        Finite(maximum, maximumName);
        if (minimum > maximum)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"{minimumName} must not be above {maximumName}; they are {minimum} and {maximum}."));
        }
    }

    private static void Require(bool holds, double value, string name, string rule)
    {
        if (!holds)
        {
            throw new ArgumentException(FormattableString.Invariant($"{name} must be {rule}; it is {value}."));
        }
    }
}
