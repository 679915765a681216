using NetDsl.Training;

namespace NetDsl.PowerShell;

/// <summary>How far the gradient of one parameter is from differences of the loss, where it is farthest against what rounding explains.</summary>
/// <param name="Parameter">The parameter, or "input" for the samples.</param>
/// <param name="LargestDifference">The derivative from the gradient less that from differences, without its sign.</param>
/// <param name="Tolerance">How far the two may be apart.</param>
/// <param name="Agrees">Whether all comparisons of the parameter agree.</param>
public sealed record GradientDeviation(string Parameter, double LargestDifference, double Tolerance, bool Agrees)
{
    /// <summary>The deviations of all parameters, in the order in which they were checked.</summary>
    internal static IReadOnlyList<GradientDeviation> Of(IEnumerable<GradientComparison> comparisons) =>
    [
        .. comparisons.GroupBy(comparison => comparison.Name).Select(parameter =>
        {
            GradientComparison worst = parameter.MaxBy(comparison => Difference(comparison) / comparison.Tolerance)!;
            return new GradientDeviation(
                parameter.Key, Difference(worst), worst.Tolerance, parameter.All(comparison => comparison.Agrees));
        }),
    ];

    // What is no number agrees with nothing, and is told before everything else.
    private static double Difference(GradientComparison comparison) =>
        Math.Abs(comparison.Gradient - comparison.Difference) is var difference && double.IsNaN(difference) ? double.PositiveInfinity : difference;
}
