namespace NetDsl.Data;

/// <summary>
/// Takes each feature's mean away and divides by its standard deviation, both of the training rows: scikit-learn's StandardScaler. A feature that is
/// the same in all rows is not divided. Missing values do not count and stay missing; weights do not count.
/// </summary>
public sealed class StandardScaler : ColumnStep
{
    /// <summary>Whether the mean is taken away.</summary>
    public bool WithMean { get; init; } = true;

    /// <summary>Whether the values are divided by the standard deviation.</summary>
    public bool WithStd { get; init; } = true;

    /// <summary>Whether all features of a channel, the last axis of an image or waveform, share a mean and a deviation.</summary>
    public bool PerChannel { get; init; }

    internal static FittedStep Restore(StepState state, RowLayout source)
    {
        int[] lengths = FittedElements<StandardMap>.Lengths(state, source);
        double[] means = state.Array("mean", lengths);
        return new FittedElements<StandardMap>(
            state, source, means, state.Positive("std", means.Length), (mean, std) => FormattableString.Invariant($"mean {mean:G4} std {std:G4}"));
    }

    /// <inheritdoc/>
    internal override StepState Learn(RowSource rows, ulong seed)
    {
        int[]? places = ColumnSelection.Numbers(rows.Layout, this.Columns, nameof(StandardScaler));
        ColumnMoments moments = FeatureMoments.Of(rows, places, this.PerChannel, nameof(StandardScaler));
        IEnumerable<int> columns = Enumerable.Range(0, moments.Columns);
        return new StepState(nameof(StandardScaler))
        {
            Columns = places,
            Numbers = new(StringComparer.Ordinal)
            {
                ["mean"] = [.. columns.Select(column => this.WithMean ? moments.Mean(column) : 0)],
                ["std"] = [.. columns.Select(column => this.WithStd && moments.Variance(column) > 0 ? Math.Sqrt(moments.Variance(column)) : 1)],
            },
        };
    }
}
