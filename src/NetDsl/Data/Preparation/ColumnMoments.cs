using System.Numerics;

namespace NetDsl.Data;

/// <summary>
/// Count, range, mean and squared distances from it of columns, in one pass: by the recurrence of B. P. Welford ("Note on a method for
/// calculating corrected sums of squares and products", Technometrics 4, 1962), row after row, so that it does not matter in which blocks the rows
/// come. Missing values are passed over.
/// </summary>
/// <param name="columns">The number of columns.</param>
internal sealed class ColumnMoments(int columns)
{
    private readonly double[] counts = new double[columns];
    private readonly double[] means = new double[columns];
    private readonly double[] squares = new double[columns];
    private readonly float[] minima = [.. Enumerable.Repeat(float.PositiveInfinity, columns)];
    private readonly float[] maxima = [.. Enumerable.Repeat(float.NegativeInfinity, columns)];
    private long rows;

    /// <summary>How many columns.</summary>
    public int Columns => columns;

    /// <summary>Takes a row.</summary>
    /// <param name="row">The values of a row, of which the columns are some or all.</param>
    /// <param name="places">Where the columns stand in a row; null where they are the row.</param>
    public void Add(ReadOnlySpan<float> row, int[]? places)
    {
        this.rows++;
        if (places is null)
        {
            for (int column = this.AddVectors(row); column < row.Length; column++)
            {
                this.Add(column, row[column]);
            }
        }
        else
        {
            for (int column = 0; column < places.Length; column++)
            {
                this.Add(column, row[places[column]]);
            }
        }
    }

    /// <summary>The values of a column that are there.</summary>
    public long Count(int column) => (long)this.counts[column];

    /// <summary>The values of a column that are missing.</summary>
    public long Missing(int column) => this.rows - this.Count(column);

    /// <summary>The smallest value.</summary>
    public float Minimum(int column) => this.minima[column];

    /// <summary>The largest value.</summary>
    public float Maximum(int column) => this.maxima[column];

    /// <summary>The mean; NaN where all values are missing.</summary>
    public double Mean(int column) => this.counts[column] > 0 ? this.means[column] : double.NaN;

    /// <summary>The mean squared distance from the mean; NaN where all values are missing.</summary>
    public double Variance(int column) => this.squares[column] / this.counts[column];

    /// <summary>
    /// The same of all columns whose numbers leave the same remainder, the channels of a last axis. The pairwise rule is that of T. F. Chan,
    /// G. H. Golub and R. J. LeVeque ("Algorithms for computing the sample variance", The American Statistician 37, 1983).
    /// </summary>
    public ColumnMoments Merge(int channels)
    {
        ColumnMoments merged = new(channels) { rows = this.rows * (columns / channels) };
        for (int column = 0; column < columns; column++)
        {
            int channel = column % channels;
            double added = this.counts[column];
            double total = merged.counts[channel] + added;
            if (added == 0)
            {
                continue;
            }

            double distance = this.means[column] - merged.means[channel];
            merged.squares[channel] += this.squares[column] + (distance * distance * (merged.counts[channel] * added / total));
            merged.means[channel] += distance * (added / total);
            merged.counts[channel] = total;
            merged.minima[channel] = Math.Min(merged.minima[channel], this.minima[column]);
            merged.maxima[channel] = Math.Max(merged.maxima[channel], this.maxima[column]);
        }

        return merged;
    }

    /// <summary>Takes whole vectors of columns, with the same bits; gives the first column that is left.</summary>
    private int AddVectors(ReadOnlySpan<float> row)
    {
        int column = 0;
        for (; column <= row.Length - Vector<float>.Count; column += Vector<float>.Count)
        {
            Vector<float> values = new(row[column..]);
            Vector<float> low = new(this.minima, column);
            Vector<float> high = new(this.maxima, column);
            Vector.ConditionalSelect(Vector.LessThan(values, low), values, low).CopyTo(this.minima, column);
            Vector.ConditionalSelect(Vector.GreaterThan(values, high), values, high).CopyTo(this.maxima, column);
            Vector.Widen(values, out Vector<double> lower, out Vector<double> upper);
            this.AddVector(column, lower);
            this.AddVector(column + Vector<double>.Count, upper);
        }

        return column;
    }

    private void AddVector(int column, Vector<double> values)
    {
        Vector<long> isThere = Vector.Equals(values, values);
        Vector<double> count = new Vector<double>(this.counts, column) + Vector.ConditionalSelect(isThere, Vector<double>.One, Vector<double>.Zero);
        Vector<double> mean = new(this.means, column);
        Vector<double> distance = values - mean;
        Vector<double> newMean = mean + (distance / count);
        Vector<double> added = distance * (values - newMean);
        Vector<double> sum = new(this.squares, column);
        count.CopyTo(this.counts, column);
        Vector.ConditionalSelect(isThere, newMean, mean).CopyTo(this.means, column);
        Vector.ConditionalSelect(isThere, sum + added, sum).CopyTo(this.squares, column);
    }

    private void Add(int column, float value)
    {
        if (float.IsNaN(value))
        {
            return;
        }

        double count = ++this.counts[column];
        double distance = value - this.means[column];
        double mean = this.means[column] + (distance / count);
        this.means[column] = mean;
        this.squares[column] += distance * (value - mean);
        this.minima[column] = value < this.minima[column] ? value : this.minima[column];
        this.maxima[column] = value > this.maxima[column] ? value : this.maxima[column];
    }
}
