namespace NetDsl.Data;

/// <summary>
/// Brings values that lie outside two bounds to the nearer of them, so that a few extreme ones do not rule what is learnt. Each bound is a value, the
/// same for all features, or a quantile of each feature in the training rows. Missing values stay missing.
/// </summary>
/// <remarks>Quantiles come from a sample of the rows where their values take more than 64 MB.</remarks>
public sealed class Clip : ColumnStep
{
    /// <summary>The lower bound, or null.</summary>
    public double? Minimum { get; init; }

    /// <summary>The upper bound, or null.</summary>
    public double? Maximum { get; init; }

    /// <summary>The fraction of the training rows below the lower bound, in place of <see cref="Minimum"/>: 0.01 for example.</summary>
    public double? LowerQuantile { get; init; }

    /// <summary>The fraction of the training rows below the upper bound, in place of <see cref="Maximum"/>: 0.99 for example.</summary>
    public double? UpperQuantile { get; init; }

    internal static FittedStep Restore(StepState state, RowLayout source)
    {
        double[] lower = state.Array("lower", 1, state.CountColumns(source));
        double[] upper = state.Array("upper", lower.Length);
        return lower.Zip(upper).All(bounds => bounds.First <= bounds.Second)
            ? new FittedElements<ClipMap>(
                state, source, lower, upper, (low, high) => FormattableString.Invariant($"to {Bound(low)}..{Bound(high)}"))
            : throw new FormatException($"the step {nameof(Clip)} has a lower bound above the upper one");
    }

    /// <inheritdoc/>
    internal override StepState Learn(RowSource rows, ulong seed)
    {
        this.Check();
        int[]? places = ColumnSelection.Numbers(rows.Layout, this.Columns, nameof(Clip));
        double[] lower = [this.Minimum ?? -float.MaxValue];
        double[] upper = [this.Maximum ?? float.MaxValue];
        if ((this.LowerQuantile ?? this.UpperQuantile) is not null)
        {
            int count = places?.Length ?? rows.Layout.FeatureSize;
            ColumnSample sample = FeatureSample.Of(rows, places, seed);
            double[] Bounds(double bound, double? fraction) => [.. Enumerable.Range(0, count).Select(column =>
                fraction is not { } quantile ? bound :
                sample.Quantile(column, quantile) is var value && !double.IsNaN(value) ? value :
                throw FeatureMoments.Empty(rows.Name, rows.Layout.NameOfFeature(places?[column] ?? column), nameof(Clip)))];

            lower = Bounds(lower[0], this.LowerQuantile);
            upper = Bounds(upper[0], this.UpperQuantile);
        }

        for (int i = 0; i < lower.Length; i++)
        {
            if (lower[i] > upper[i])
            {
                throw new ArgumentException(FormattableString.Invariant(
                    $"{nameof(Clip)} would bring column '{rows.Layout.NameOfFeature(places?[i] ?? i)}' to values from {lower[i]} to {upper[i]}; ") +
                    "the lower bound must not be above the upper one.");
            }
        }

        return new StepState(nameof(Clip))
        {
            Columns = places,
            Numbers = new(StringComparer.Ordinal) { ["lower"] = lower, ["upper"] = upper },
        };
    }

    private static string Bound(double bound) => Math.Abs(bound) < float.MaxValue ? FormattableString.Invariant($"{bound:G4}") : string.Empty;

    private void Check()
    {
        if ((this.Minimum is not null && this.LowerQuantile is not null) || (this.Maximum is not null && this.UpperQuantile is not null))
        {
            throw new ArgumentException($"{nameof(Clip)} takes each bound as a value or as a quantile, not both.");
        }

        double?[] bounds = [this.Minimum, this.Maximum, this.LowerQuantile, this.UpperQuantile];
        if (bounds.All(bound => bound is null) || bounds.Any(bound => bound is { } value && !(Math.Abs(value) <= float.MaxValue)))
        {
            throw new ArgumentException($"{nameof(Clip)} needs at least one bound, each a finite number of single precision.");
        }

        if (this.LowerQuantile is < 0 or > 1 || this.UpperQuantile is < 0 or > 1)
        {
            throw new ArgumentException($"{nameof(Clip)} has a quantile outside 0 to 1; it is the fraction of the rows below the bound.");
        }
    }
}
