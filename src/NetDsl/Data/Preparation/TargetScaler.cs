namespace NetDsl.Data;

/// <summary>
/// Takes the mean of each target away and divides by its standard deviation, both of the training rows, so that losses of values in any unit are about
/// one. <see cref="Preparation.InverseTargets(Span{float})"/> brings predictions back to the unit of the data. Targets that are the same in all rows are not
/// divided.
/// </summary>
public sealed class TargetScaler : PreparationStep
{
    /// <summary>Whether the mean is taken away.</summary>
    public bool WithMean { get; init; } = true;

    /// <summary>Whether the targets are divided by the standard deviation.</summary>
    public bool WithStd { get; init; } = true;

    /// <inheritdoc/>
    internal override StepState Learn(RowSource rows, ulong seed)
    {
        RowLayout layout = rows.Layout;
        if (layout.TargetSize == 0 || layout.Classes is not null)
        {
            throw new ArgumentException(
                $"{nameof(TargetScaler)} scales targets that are values; these rows have {(layout.TargetSize == 0 ? "no targets" : "labels")}.");
        }

        int size = layout.TargetSize;
        ColumnMoments moments = new(size);
        BlockPass.Over(rows, (_, count, block) =>
        {
            for (int row = 0; row < count; row++)
            {
                moments.Add(block.Targets.Slice(row * size, size), places: null);
            }
        });
        IEnumerable<int> columns = Enumerable.Range(0, size);
        return new StepState(nameof(TargetScaler))
        {
            Numbers = new(StringComparer.Ordinal)
            {
                ["mean"] = [.. columns.Select(column => this.WithMean ? moments.Mean(column) : 0)],
                ["std"] = [.. columns.Select(column => this.WithStd && moments.Variance(column) > 0 ? Math.Sqrt(moments.Variance(column)) : 1)],
            },
        };
    }
}
