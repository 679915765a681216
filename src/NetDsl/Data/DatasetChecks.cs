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

    /// <summary>As many names as there are things to be named.</summary>
    public static void Names(Dataset data)
    {
        Count("feature names", data.FeatureNames, data.FeatureSize);
        Count("target names", data.TargetNames, data.TargetSize);
        if (data.Classes is { } classes)
        {
            bool binary = data.TargetSize == 1 && classes.Count == 2;
            if (!binary && (classes.Count != data.TargetSize || classes.Count < 2))
            {
                throw new ArgumentException(
                    $"There are {classes.Count} classes and {data.TargetSize} targets a row: labels need one target for each of two or more " +
                    "classes, or one target of 0 and 1 for two classes.");
            }
        }
    }

    /// <summary>No value is NaN or infinite.</summary>
    public static void Finite(ReadOnlySpan<float> values, int size, string what, IReadOnlyList<string>? names, string? path)
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
                    i / size,
                    names is null ? column.ToString(CultureInfo.InvariantCulture) : names[column],
                    FormattableString.Invariant($"the {what} is {values[i]}; finite numbers are needed. Remove the row or replace the value."));
            }
        }
    }

    /// <summary>Where there are classes, each row belongs to exactly one.</summary>
    public static void Labels(Dataset data, string? path)
    {
        if (data.Classes is null)
        {
            return;
        }

        for (int row = 0; row < data.Count; row++)
        {
            ReadOnlySpan<float> target = data.Targets(row);
            int ones = target.Count(1f);
            if (ones + target.Count(0f) != target.Length || (target.Length > 1 && ones != 1))
            {
                string values = string.Join(", ", target.ToArray().Select(v => v.ToString(CultureInfo.InvariantCulture)));
                string wanted = target.Length == 1 ? "0 or 1" : "one 1 and otherwise 0";
                throw DataFormatException.AtRow(path, row, null, $"the targets are ({values}); a label is {wanted}.");
            }
        }
    }

    /// <summary>Where there are weights, each row has one, and it is finite.</summary>
    public static void SampleWeights(Dataset data, string? path)
    {
        ReadOnlySpan<float> weights = data.SampleWeights;
        if (weights.Length > 0 && weights.Length != data.Count)
        {
            throw new ArgumentException($"There are {weights.Length} sample weights for {data.Count} rows.");
        }

        Finite(weights, 1, "sample weight", ["sample weight"], path);
    }

    private static void Count(string what, IReadOnlyList<string>? names, int expected)
    {
        if (names is not null && names.Count != expected)
        {
            throw new ArgumentException($"There are {names.Count} {what} for {expected} values a row.");
        }
    }

    private static string Text(ReadOnlySpan<int> shape) => string.Join(", ", shape.ToArray());
}
