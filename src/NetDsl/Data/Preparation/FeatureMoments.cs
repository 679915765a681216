namespace NetDsl.Data;

/// <summary>Range, mean and deviation of features, for the steps that are fitted to them.</summary>
internal static class FeatureMoments
{
    /// <summary>Goes once through rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="places">The features, or null for all.</param>
    /// <param name="perChannel">Whether those of a channel are taken together.</param>
    /// <param name="step">The name of the step.</param>
    /// <exception cref="ArgumentException">Channels were asked for, and features were chosen.</exception>
    /// <exception cref="DataFormatException">A feature has no value in any row.</exception>
    public static ColumnMoments Of(RowSource rows, int[]? places, bool perChannel, string step)
    {
        RowLayout layout = rows.Layout;
        if (perChannel && places is not null)
        {
            throw new ArgumentException($"{step} works on all features of a channel: leave out either the columns or PerChannel.");
        }

        ColumnMoments moments = new(places?.Length ?? layout.FeatureSize);
        int size = layout.FeatureSize;
        BlockPass.OverFeatures(rows, (_, count, block) =>
        {
            for (int row = 0; row < count; row++)
            {
                moments.Add(block.Features.Slice(row * size, size), places);
            }
        });
        moments = perChannel ? moments.Merge(layout.FeatureShape[^1]) : moments;
        for (int column = 0; column < moments.Columns; column++)
        {
            if (moments.Count(column) == 0)
            {
                string name = perChannel ? $"channel {column}" : layout.NameOfFeature(places?[column] ?? column);
                throw Empty(rows.Name, name, step);
            }
        }

        return moments;
    }

    /// <summary>Whether a feature that is not among some is missing in a row.</summary>
    public static bool AnyMissing(RowSource rows, int[] except)
    {
        if (!rows.Layout.MayMissFeatures)
        {
            return false;
        }

        int size = rows.Layout.FeatureSize;
        bool any = false;
        BlockPass.OverFeatures(rows, (_, _, block) =>
        {
            for (int i = 0; i < block.Features.Length && !any; i++)
            {
                any = float.IsNaN(block.Features[i]) && Array.BinarySearch(except, i % size) < 0;
            }
        });
        return any;
    }

    /// <summary>The error of a column without a value.</summary>
    public static DataFormatException Empty(string path, string column, string step) => DataFormatException.InFile(
        path, $"column '{column}' has no value in any training row, so that {step} finds nothing in it. Leave the column out.", column);
}
