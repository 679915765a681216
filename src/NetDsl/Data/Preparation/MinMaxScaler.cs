namespace NetDsl.Data;

/// <summary>
/// Brings the range of each feature in the training rows to a given one: scikit-learn's MinMaxScaler. Other rows may lie outside; a
/// <see cref="Clip"/> behind it prevents that. A feature that is the same in all rows goes to the minimum. Missing values stay missing.
/// </summary>
public sealed class MinMaxScaler : ColumnStep
{
    /// <summary>What the smallest value becomes.</summary>
    public double Minimum { get; init; }

    /// <summary>What the largest value becomes; above <see cref="Minimum"/>.</summary>
    public double Maximum { get; init; } = 1;

    /// <summary>Whether all features of a channel, the last axis of an image or waveform, share a range.</summary>
    public bool PerChannel { get; init; }

    internal static FittedStep Restore(StepState state, RowLayout source)
    {
        double[] scales = state.Positive("scale", FittedElements<ScaleMap>.Lengths(state, source));
        double[] offsets = state.Array("min", scales.Length);
        return new FittedElements<ScaleMap>(
            state, source, scales, offsets, (scale, offset) => FormattableString.Invariant($"times {scale:G4} plus {offset:G4}"));
    }

    /// <inheritdoc/>
    internal override StepState Learn(RowSource rows, ulong seed)
    {
        if (!(this.Minimum < this.Maximum) || !double.IsFinite(this.Maximum - this.Minimum))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"{nameof(MinMaxScaler)} cannot scale to the range from {this.Minimum} to {this.Maximum}; its maximum must be above its minimum."));
        }

        int[]? places = ColumnSelection.Numbers(rows.Layout, this.Columns, nameof(MinMaxScaler));
        ColumnMoments moments = FeatureMoments.Of(rows, places, this.PerChannel, nameof(MinMaxScaler));
        double[] scales = new double[moments.Columns];
        double[] offsets = new double[moments.Columns];
        for (int column = 0; column < scales.Length; column++)
        {
            double range = (double)moments.Maximum(column) - moments.Minimum(column);
            scales[column] = (this.Maximum - this.Minimum) / (range > 0 ? range : 1);
            offsets[column] = this.Minimum - (moments.Minimum(column) * scales[column]);
        }

        return new StepState(nameof(MinMaxScaler))
        {
            Columns = places,
            Numbers = new(StringComparer.Ordinal) { ["scale"] = scales, ["min"] = offsets },
        };
    }
}
