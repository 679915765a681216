namespace NetDsl.Data;

/// <summary>
/// Makes of each category its number, 0, 1, 2 ..., as an embedding takes it: scikit-learn's OrdinalEncoder. Categories are those of the training rows, in the
/// order of the data's layout; a column of numbers that is named has its different values as categories, ascending. A missing value stays missing.
/// </summary>
public sealed class OrdinalEncoder : ColumnStep
{
    /// <summary>The number for a category that was in no training row, -1 for example; null to make it an error that names row and column.</summary>
    public double? UnknownValue { get; init; }

    /// <inheritdoc/>
    internal override StepState Learn(RowSource rows, ulong seed)
    {
        if (this.UnknownValue is { } value && !(Math.Abs(value) <= float.MaxValue))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"{nameof(OrdinalEncoder)} cannot put {value} for unknown categories; a finite number of single precision is needed."));
        }

        int[] places = ColumnSelection.Categories(rows.Layout, this.Columns, nameof(OrdinalEncoder));
        return this.UnknownValue is { } unknown
            ? CategoryCoding.Learn(rows, places, nameof(OrdinalEncoder), ("unknown", unknown))
            : CategoryCoding.Learn(rows, places, nameof(OrdinalEncoder));
    }
}
