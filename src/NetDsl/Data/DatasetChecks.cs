using System.Globalization;
using System.Numerics.Tensors;

namespace NetDsl.Data;

/// <summary>What must hold of a data set before anything learns from it.</summary>
internal static class DatasetChecks
{
    /// <summary>
    /// The most classes a reader makes of labels it finds: one-hot targets of a column of names chosen by mistake, or of a broken file, would fill
    /// rows x rows values.
    /// </summary>
    public const int MostClasses = 4096;

    /// <summary>The number of values of a shape.</summary>
    public static int SizeOf(ReadOnlySpan<int> shape, string what, int least)
    {
        long size = 1;
        foreach (int extent in shape)
        {
            size *= extent;
            if (extent < least || size > Array.MaxLength)
            {
                throw new ArgumentException(
                    $"The {what} shape ({Text(shape)}) has an extent below {least} or more values than an array can hold.");
            }
        }

        return (int)size;
    }

    /// <summary>The number of rows that both arrays hold.</summary>
    public static int CountRows(int features, int featureSize, int targets, int targetSize)
    {
        if (features == 0)
        {
            throw new ArgumentException("A data set needs at least one row; there are no features.");
        }

        int rows = features / featureSize;
        if ((long)rows * featureSize != features)
        {
            throw new ArgumentException(
                $"{features} feature values are no whole number of rows of {featureSize} values.");
        }

        if ((long)rows * targetSize != targets)
        {
            throw new ArgumentException(
                $"{rows} rows of {targetSize} targets need {(long)rows * targetSize} target values; there are {targets}.");
        }

        return rows;
    }

    /// <summary>
    /// Each value is one that can be learnt from: finite, or a missing feature where the layout allows it; labels belong to one class each.
    /// </summary>
    public static void Values(RowLayout layout, RowValues rows, string? path, long firstRow = 0)
    {
        if (layout.MayMissFeatures)
        {
            FiniteOrMissing(rows.Features, layout, path, firstRow);
        }
        else
        {
            Finite(rows.Features, layout.FeatureSize, "feature", layout.FeatureNames, path, firstRow);
        }

        Finite(rows.Targets, layout.TargetSize, "target", layout.TargetNames ?? layout.Classes, path, firstRow);
        Labels(layout, rows.Targets, path, firstRow);
        Finite(rows.SampleWeights, 1, "sample weight", ["sample weight"], path, firstRow);
    }

    /// <summary>The number of values that are missing.</summary>
    public static long CountMissing(ReadOnlySpan<float> values)
    {
        long count = 0;
        foreach (float value in values)
        {
            count += float.IsNaN(value) ? 1 : 0;
        }

        return count;
    }

    /// <summary>No value is NaN or infinite.</summary>
    public static void Finite(ReadOnlySpan<float> values, int size, string what, IReadOnlyList<string>? names, string? path, long firstRow = 0)
    {
        // One vectorised pass: a sum of magnitudes is finite unless a value is not or finite ones overflow, and then each is looked at.
        if (float.IsFinite(TensorPrimitives.SumOfMagnitudes(values)))
        {
            return;
        }

        for (int i = 0; i < values.Length; i++)
        {
            if (!float.IsFinite(values[i]))
            {
                int column = i % size;
                throw DataFormatException.AtRow(
                    path,
                    firstRow + (i / size),
                    names is null ? column.ToString(CultureInfo.InvariantCulture) : names[column],
                    FormattableString.Invariant($"the {what} is {values[i]}; finite numbers are needed. Remove the row or replace the value."));
            }
        }
    }

    /// <summary>Where there are weights, each row has one.</summary>
    public static void WeightCount(Dataset data)
    {
        int weights = data.SampleWeights.Length;
        if (weights > 0 && weights != data.Count)
        {
            throw new ArgumentException($"There are {weights} sample weights for {data.Count} rows.");
        }
    }

    private static void FiniteOrMissing(ReadOnlySpan<float> values, RowLayout layout, string? path, long firstRow)
    {
        int size = layout.FeatureSize;
        for (int i = 0; i < values.Length; i++)
        {
            if (float.IsInfinity(values[i]))
            {
                throw DataFormatException.AtRow(
                    path,
                    firstRow + (i / size),
                    layout.NameOfFeature(i % size),
                    FormattableString.Invariant(
                        $"the feature is {values[i]}; a finite number, or none, was expected. Remove the row or replace the value."));
            }
        }
    }

    /// <summary>Where there are classes, each row belongs to exactly one.</summary>
    private static void Labels(RowLayout layout, ReadOnlySpan<float> targets, string? path, long firstRow)
    {
        if (layout.Classes is null)
        {
            return;
        }

        int size = layout.TargetSize;
        for (int i = 0; i < targets.Length; i += size)
        {
            ReadOnlySpan<float> target = targets.Slice(i, size);
            int ones = target.Count(1f);
            if (ones + target.Count(0f) != target.Length || (target.Length > 1 && ones != 1))
            {
                string values = string.Join(", ", target.ToArray().Select(v => v.ToString(CultureInfo.InvariantCulture)));
                string wanted = target.Length == 1 ? "0 or 1" : "one 1 and otherwise 0";
                throw DataFormatException.AtRow(path, firstRow + (i / size), null, $"the targets are ({values}); a label is {wanted}.");
            }
        }
    }

    private static string Text(ReadOnlySpan<int> shape) => string.Join(", ", shape.ToArray());
}
