using System.Numerics;

namespace NetDsl.Evaluation;

/// <summary>
/// Below which values given shares of the residuals y - t lie. Unless told, they are the median and the bounds of the central 68.3 % and
/// 95.4 %, which for normal residuals lie one and two standard deviations from the mean: half the distance of the former is a resolution
/// that outliers do not spoil.
/// </summary>
/// <remarks>
/// Without weights a quantile lies on the straight line between neighbouring residuals, as numpy's quantile does by default. With weights
/// it is the smallest residual up to which the weights sum to the share, as numpy's with method="inverted_cdf". Weights may be negative as
/// long as all sum to more than zero; the first residual that reaches the share then counts.
/// </remarks>
public sealed class ResidualQuantiles
{
    // The normal distribution's probabilities below -2, -1, 0, 1 and 2 standard deviations.
    private static readonly double[] StandardDeviations =
        [0.022750131948179209, 0.15865525393145705, 0.5, 0.84134474606854293, 0.97724986805182079];

    private ResidualQuantiles(double[] probabilities, double[][] columns)
    {
        this.Probabilities = probabilities;
        this.Columns = columns;
    }

    /// <summary>The shares that were asked for.</summary>
    public double[] Probabilities { get; }

    /// <summary>For each column of the outputs the residual at each of the shares.</summary>
    public IReadOnlyList<double[]> Columns { get; }

    /// <summary>The residual at each share, column by column.</summary>
    public IReadOnlyList<ResidualQuantile> Points => field ??= (ResidualQuantile[])
    [
        .. this.Columns.SelectMany((residuals, column) =>
            residuals.Select((residual, i) => new ResidualQuantile(column, this.Probabilities[i], residual))),
    ];

    /// <summary>Sorts the residuals of each column.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="outputs">[samples, columns]; at least one sample.</param>
    /// <param name="targets">[samples, columns].</param>
    /// <param name="columns">The number of values of a sample.</param>
    /// <param name="weights">One for each sample, of either sign; none for equal weights.</param>
    /// <param name="probabilities">The shares, each from 0 to 1; none for those of 0, 1 and 2 standard deviations.</param>
    /// <exception cref="ArgumentException">
    /// Lengths differ, a value is not finite, a share is not from 0 to 1, or the weights do not sum to more than zero.
    /// </exception>
    public static ResidualQuantiles Of<T>(
        ReadOnlySpan<T> outputs,
        ReadOnlySpan<T> targets,
        int columns = 1,
        ReadOnlySpan<T> weights = default,
        ReadOnlySpan<double> probabilities = default)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        EvaluationChecks.Lengths(outputs.Length, targets.Length, columns);
        double[] residuals = EvaluationChecks.Finite(outputs, "output");
        double[] t = EvaluationChecks.Finite(targets, "target");
        for (int i = 0; i < t.Length; i++)
        {
            residuals[i] -= t[i];
        }

        double[] shares = probabilities.IsEmpty ? [.. StandardDeviations] : EvaluationChecks.Probabilities(probabilities, "share");
        double[]? weightOf = weights.IsEmpty ? null : EvaluationChecks.Weights(weights, residuals.Length / columns);
        return new ResidualQuantiles(
            shares,
            [.. Enumerable.Range(0, columns).Select(column => Of(ClassTargets.Column(residuals, columns, column), weightOf, shares))]);
    }

    private static double[] Of(double[] residuals, double[]? weights, double[] shares)
    {
        if (weights is null)
        {
            Array.Sort(residuals);
            return [.. shares.Select(share => Quantiles.Linear(residuals, share))];
        }

        double total = EvaluationChecks.Total(weights, "the samples");
        double[] sorted = [.. weights];
        Array.Sort(residuals, sorted);
        return [.. shares.Select(share => Quantiles.Weighted(residuals, sorted, total, share))];
    }
}
