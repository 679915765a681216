namespace NetDsl.Data;

/// <summary>What rows are split by: their keys, or the values of one of their features.</summary>
internal static class SplitColumn
{
    /// <summary>The group of each row, numbered from 0 in the order in which they come.</summary>
    /// <param name="data">The data.</param>
    /// <param name="column">The feature, or null for the groups of the keys.</param>
    /// <exception cref="ArgumentException">There are no such groups.</exception>
    public static int[] Groups(Dataset data, string? column)
    {
        if (column is null && data.Keys.Groups.IsEmpty)
        {
            throw new ArgumentException(
                "The rows have no groups to be split by: give them keys when they are read, or name the feature whose values are the groups.");
        }

        Dictionary<double, int> numbers = [];
        int[] groups = new int[data.Count];
        int place = column is null ? -1 : Place(data, column);
        for (int row = 0; row < groups.Length; row++)
        {
            double value = column is null ? data.Keys.Groups[row] : data.Features(row)[place];
            if (!numbers.TryGetValue(value, out int number))
            {
                number = numbers.Count;
                numbers.Add(value, number);
            }

            groups[row] = number;
        }

        return groups;
    }

    /// <summary>The rows by their times, earliest first.</summary>
    /// <param name="data">The data.</param>
    /// <param name="column">The feature, or null for the times of the keys.</param>
    /// <exception cref="ArgumentException">There are no such times.</exception>
    /// <exception cref="DataFormatException">The time of a row is missing.</exception>
    public static int[] InTime(Dataset data, string? column)
    {
        if (column is null && data.Keys.Times.IsEmpty)
        {
            throw new ArgumentException(
                "The rows have no times to be split by: give them keys when they are read, name the feature that holds the time, or split them in their order.");
        }

        double[] times = new double[data.Count];
        int place = column is null ? -1 : Place(data, column);
        for (int row = 0; row < times.Length; row++)
        {
            times[row] = column is null ? data.Keys.Times[row] : data.Features(row)[place];
            if (double.IsNaN(times[row]))
            {
                throw DataFormatException.AtRow(null, row, column, "the time is missing; rows without one cannot be split by it.");
            }
        }

        int[] rows = [.. Enumerable.Range(0, data.Count)];
        return [.. rows.OrderBy(row => times[row])];
    }

    private static int Place(Dataset data, string column)
    {
        for (int place = 0; place < data.FeatureSize; place++)
        {
            if (data.Layout.NameOfFeature(place) == column)
            {
                return place;
            }
        }

        throw new ArgumentException(
            $"The data have no feature '{column}' to be split by. There are: {string.Join(", ", (data.FeatureNames ?? []).Take(20))}.", nameof(column));
    }
}
