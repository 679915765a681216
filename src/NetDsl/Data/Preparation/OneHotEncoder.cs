namespace NetDsl.Data;

/// <summary>
/// Makes of each category a column of its own, "NAME_CATEGORY", which is 1 in its rows and otherwise 0: scikit-learn's OneHotEncoder. The columns stand
/// where the one was. Categories are those of the training rows, in the order of the data's layout; a column of numbers that is named has its different
/// values as categories, ascending. A missing value is 0 in all columns.
/// </summary>
public sealed class OneHotEncoder : ColumnStep
{
    /// <summary>What becomes of a category that was in no training row.</summary>
    public UnknownCategory HandleUnknown { get; init; }

    /// <inheritdoc/>
    internal override StepState Learn(RowSource rows, ulong seed)
    {
        FeatureColumns.CheckTable(rows.Layout, 0, nameof(OneHotEncoder));
        int[] places = ColumnSelection.Categories(rows.Layout, this.Columns, nameof(OneHotEncoder));
        bool othersMiss = FeatureMoments.AnyMissing(rows, except: places);
        return CategoryCoding.Learn(
            rows,
            places,
            nameof(OneHotEncoder),
            ("ignore", this.HandleUnknown == UnknownCategory.Ignore ? 1 : 0),
            ("others", othersMiss ? 1 : 0));
    }
}
