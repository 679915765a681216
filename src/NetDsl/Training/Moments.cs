namespace NetDsl.Training;

/// <summary>
/// Mean and (biased) variance of each channel of values that come row by row, in double precision: of a run of places by two passes, of all runs by the
/// differences of their means (Chan, Golub and LeVeque 1983, equation 2.1), so that a large mean costs no digits of the variance.
/// </summary>
/// <param name="channels">The channels, which follow each other in a row, place after place.</param>
internal sealed class Moments(int channels)
{
    /// <summary>Places that are summed by themselves: they stay in the cache for the second of the two passes.</summary>
    private const int PlacesOfRun = 64;

    private readonly double[] squares = new double[channels];
    private readonly double[] runMeans = new double[channels];
    private readonly double[] runSquares = new double[channels];
    private long places;

    /// <summary>The mean of each channel.</summary>
    public double[] Means { get; } = new double[channels];

    /// <summary>The variance of each channel, of at least one row.</summary>
    public double[] Variances => [.. this.squares.Select(square => square / this.places)];

    /// <summary>Takes one row.</summary>
    /// <param name="row">A whole number of places.</param>
    public void Add(ReadOnlySpan<float> row)
    {
        while (!row.IsEmpty)
        {
            ReadOnlySpan<float> run = row[..(int)Math.Min((long)PlacesOfRun * channels, row.Length)];
            row = row[run.Length..];
            int count = run.Length / channels;
            this.Sum(run, count);
            double weight = (double)count / (this.places + count);
            for (int channel = 0; channel < channels; channel++)
            {
                double difference = this.runMeans[channel] - this.Means[channel];
                this.Means[channel] += difference * weight;
                this.squares[channel] += this.runSquares[channel] + (difference * difference * this.places * weight);
            }

            this.places += count;
        }
    }

    private void Sum(ReadOnlySpan<float> run, int count)
    {
        Array.Clear(this.runMeans);
        Array.Clear(this.runSquares);
        for (int i = 0; i < run.Length; i += channels)
        {
            for (int channel = 0; channel < channels; channel++)
            {
                this.runMeans[channel] += run[i + channel];
            }
        }

        for (int channel = 0; channel < channels; channel++)
        {
            this.runMeans[channel] /= count;
        }

        for (int i = 0; i < run.Length; i += channels)
        {
            for (int channel = 0; channel < channels; channel++)
            {
                double difference = run[i + channel] - this.runMeans[channel];
                this.runSquares[channel] += difference * difference;
            }
        }
    }
}
