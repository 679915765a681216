using System.Globalization;
using System.Numerics;
using System.Text;

namespace NetDsl.Evaluation;

/// <summary>
/// Errors and explained variance of values, for each column of the outputs and averaged over them uniformly: scikit-learn's
/// mean_absolute_error, mean_squared_error, root_mean_squared_error, r2_score and explained_variance_score.
/// </summary>
/// <remarks>
/// <para>
/// Every mean is weighted. Weights may be negative as long as all sum to more than zero. A mean of squares may then be negative, and what
/// it is the square root or the divisor of is not a number.
/// </para>
/// <para>
/// R2 and explained variance of targets that are all the same are 1 where nothing is left to explain and otherwise 0, as in scikit-learn;
/// of a single sample they are not a number.
/// </para>
/// </remarks>
public sealed class RegressionReport
{
    private RegressionReport(RegressionScore[] columns)
    {
        this.Columns = columns;
        this.Average = new RegressionScore(
            columns.Average(column => column.MeanAbsoluteError),
            columns.Average(column => column.MeanSquaredError),
            columns.Average(column => column.RootMeanSquaredError),
            columns.Average(column => column.R2),
            columns.Average(column => column.ExplainedVariance),
            columns.Average(column => column.MeanResidual));
    }

    /// <summary>Each column of the outputs.</summary>
    public IReadOnlyList<RegressionScore> Columns { get; }

    /// <summary>
    /// The mean of each figure over the columns; so the root mean squared error is the mean of the columns' roots, not the root of the
    /// mean.
    /// </summary>
    public RegressionScore Average { get; }

    /// <summary>Compares outputs with targets.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="outputs">[samples, columns]; at least one sample.</param>
    /// <param name="targets">[samples, columns].</param>
    /// <param name="columns">The number of values of a sample.</param>
    /// <param name="weights">One for each sample, of either sign; none for equal weights.</param>
    /// <exception cref="ArgumentException">
    /// Lengths differ, a value is not finite, or the weights do not sum to more than zero.
    /// </exception>
    public static RegressionReport Of<T>(
        ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, int columns = 1, ReadOnlySpan<T> weights = default)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        EvaluationChecks.Lengths(outputs.Length, targets.Length, columns);
        double[] y = EvaluationChecks.Finite(outputs, "output");
        double[] t = EvaluationChecks.Finite(targets, "target");
        double[] weightOf = EvaluationChecks.Weights(weights, y.Length / columns);
        double total = EvaluationChecks.Total(weightOf, "the samples");
        return new RegressionReport(
            [.. Enumerable.Range(0, columns).Select(column => Score(
                ClassTargets.Column(y, columns, column), ClassTargets.Column(t, columns, column), weightOf, total))]);
    }

    /// <summary>A table with a row for each column of the outputs and, of several, one for the average.</summary>
    public override string ToString()
    {
        StringBuilder text = new("            MAE        MSE       RMSE       R2 explained       bias");
        for (int column = 0; column < this.Columns.Count; column++)
        {
            Append(column.ToString(CultureInfo.InvariantCulture), this.Columns[column]);
        }

        if (this.Columns.Count > 1)
        {
            Append("mean", this.Average);
        }

        return text.ToString();

        void Append(string name, RegressionScore row) => text.Append(
            CultureInfo.InvariantCulture,
            $"\n{name,-4}{row.MeanAbsoluteError,11:G5}{row.MeanSquaredError,11:G5}{row.RootMeanSquaredError,11:G5}" +
            $"{row.R2,9:F4}{row.ExplainedVariance,10:F4}{row.MeanResidual,11:G5}");
    }

    private static RegressionScore Score(double[] outputs, double[] targets, double[] weights, double total)
    {
        double absolute = 0;
        double squared = 0;
        double[] residuals = new double[outputs.Length];
        for (int i = 0; i < outputs.Length; i++)
        {
            residuals[i] = outputs[i] - targets[i];
            absolute += weights[i] * Math.Abs(residuals[i]);
            squared += weights[i] * residuals[i] * residuals[i];
        }

        (_, double variance) = Moments(targets, weights, total);
        (double bias, double residualVariance) = Moments(residuals, weights, total);
        bool isSingle = outputs.Length == 1;
        return new RegressionScore(
            absolute / total,
            squared / total,
            Math.Sqrt(squared / total),
            isSingle ? double.NaN : Explained(squared / total, variance),
            isSingle ? double.NaN : Explained(residualVariance, variance),
            bias);
    }

    // Measured from the first value, so that values that are all the same have a variance of zero and not of what rounding leaves.
    private static (double Mean, double Variance) Moments(double[] values, double[] weights, double total)
    {
        double sum = 0;
        for (int i = 0; i < values.Length; i++)
        {
            sum += weights[i] * (values[i] - values[0]);
        }

        double mean = sum / total;
        double squares = 0;
        for (int i = 0; i < values.Length; i++)
        {
            double deviation = values[i] - values[0] - mean;
            squares += weights[i] * deviation * deviation;
        }

        return (values[0] + mean, squares / total);
    }

    private static double Explained(double unexplained, double variance) => variance switch
    {
        > 0 => 1 - (unexplained / variance),
        0 => unexplained == 0 ? 1 : 0,
        _ => double.NaN,
    };
}
