namespace NetDsl.Data;

/// <summary>
/// Fills in features that are missing: scikit-learn's SimpleImputer. What stands for them comes from the training rows. Mean and median take the
/// columns of numbers, the others all columns, unless they are named.
/// </summary>
/// <remarks>Median and most frequent value come from a sample of the rows where their values take more than 64 MB.</remarks>
public sealed class SimpleImputer : ColumnStep
{
    /// <summary>What stands for a missing value.</summary>
    public ImputationStrategy Strategy { get; init; } = ImputationStrategy.Mean;

    /// <summary>The number that stands for a missing value by <see cref="ImputationStrategy.Constant"/>.</summary>
    public double FillValue { get; init; }

    /// <summary>
    /// Whether each column that misses a value in some training row gets a column behind all others, "missingindicator_NAME", that is 1 where it
    /// was missing and otherwise 0. Only for features in one row of columns, not for images.
    /// </summary>
    public bool AddIndicator { get; init; }

    /// <inheritdoc/>
    internal override StepState Learn(RowSource rows, ulong seed)
    {
        RowLayout layout = rows.Layout;
        bool isMean = this.Strategy == ImputationStrategy.Mean;
        bool isNumber = isMean || this.Strategy == ImputationStrategy.Median;
        int[]? places = isNumber
            ? ColumnSelection.Numbers(layout, this.Columns, nameof(SimpleImputer))
            : ColumnSelection.Any(layout, this.Columns, nameof(SimpleImputer));
        ColumnMoments all = new(layout.FeatureSize);
        ColumnSample? sample = this.Strategy is ImputationStrategy.Median or ImputationStrategy.MostFrequent
            ? new ColumnSample(places?.Length ?? layout.FeatureSize, rows.Count, seed)
            : null;
        BlockPass.OverFeatures(rows, (_, count, block) =>
        {
            for (int row = 0; row < count; row++)
            {
                ReadOnlySpan<float> features = block.Features.Slice(row * layout.FeatureSize, layout.FeatureSize);
                all.Add(features, places: null);
                sample?.Add(features, places);
            }
        });
        return this.State(rows, places, all, sample);
    }

    private StepState State(RowSource rows, int[]? places, ColumnMoments all, ColumnSample? sample)
    {
        RowLayout layout = rows.Layout;
        int count = places?.Length ?? layout.FeatureSize;
        double[] fill = new double[count];
        List<double> indicators = [];
        for (int column = 0; column < count; column++)
        {
            int place = places?[column] ?? column;
            fill[column] = this.Strategy switch
            {
                ImputationStrategy.Mean => all.Mean(place),
                ImputationStrategy.Median => sample!.Quantile(column, 0.5),
                ImputationStrategy.MostFrequent => sample!.MostFrequent(column),
                _ => this.FillValue,
            };
            if (double.IsNaN(fill[column]))
            {
                throw FeatureMoments.Empty(rows.Name, layout.NameOfFeature(place), nameof(SimpleImputer));
            }

            if (this.AddIndicator && all.Missing(place) > 0)
            {
                indicators.Add(place);
            }
        }

        this.CheckFill(layout, places);
        HashSet<int>? filled = places is null ? null : [.. places];
        bool othersMiss = filled is not null
            && Enumerable.Range(0, layout.FeatureSize).Any(place => !filled.Contains(place) && all.Missing(place) > 0);
        return new StepState(nameof(SimpleImputer))
        {
            Columns = places,
            Numbers = new(StringComparer.Ordinal)
            {
                ["fill"] = fill,
                ["indicators"] = [.. indicators],
                ["others"] = [othersMiss ? 1 : 0],
            },
        };
    }

    private void CheckFill(RowLayout layout, int[]? places)
    {
        if (this.Strategy != ImputationStrategy.Constant)
        {
            return;
        }

        if (!(Math.Abs(this.FillValue) <= float.MaxValue))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"{nameof(SimpleImputer)} cannot fill in {this.FillValue}; a finite number of single precision is needed."));
        }

        foreach ((int place, IReadOnlyList<string> names) in layout.Categories)
        {
            if ((places is null || places.Contains(place)) && !(this.FillValue >= 0 && this.FillValue < names.Count && this.FillValue % 1 == 0))
            {
                throw new ArgumentException(FormattableString.Invariant(
                    $"{nameof(SimpleImputer)} cannot fill in {this.FillValue} for column '{layout.NameOfFeature(place)}', whose categories have ") +
                    $"the numbers 0 to {names.Count - 1}.");
            }
        }
    }
}
