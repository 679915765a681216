using System.Numerics;

namespace NetDsl.Tests;

/// <summary>Holds arrays against each other within rounding.</summary>
internal static class Closeness
{
    /// <summary>
    /// Each value must be within a part of the largest expected one: rounding grows with the terms of a sum, not with a sum that happens to
    /// be small.
    /// </summary>
    public static void Verify<T>(string array, ReadOnlySpan<double> expected, ReadOnlySpan<T> actual, double tolerance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Assert.Equal(expected.Length, actual.Length);
        double largest = 0;
        foreach (double value in expected)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        for (int i = 0; i < expected.Length; i++)
        {
            double difference = Math.Abs(double.CreateTruncating(actual[i]) - expected[i]);
            if (!(difference <= tolerance * largest))
            {
                Assert.Fail(FormattableString.Invariant(
                    $"{array}[{i}] is {actual[i]}, not {expected[i]}: {difference / largest:E2} of the largest value apart, more than {tolerance:E0}."));
            }
        }
    }
}
