using NetDsl.Kernels;

namespace NetDsl.Data;

/// <summary>Deals rows into folds, each of which is tested once while the others train.</summary>
internal static class Folds
{
    /// <summary>The folds of some data.</summary>
    /// <param name="data">The data.</param>
    /// <param name="folds">How many, at least 2.</param>
    /// <param name="method">By what rows are dealt.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="column">The feature that holds groups or times, or null.</param>
    public static IReadOnlyList<DataSplit> Of(Dataset data, int folds, SplitMethod method, ulong seed, string? column)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        if (folds > data.Count)
        {
            throw new ArgumentException($"{data.Count} rows cannot be dealt into {folds} folds.", nameof(folds));
        }

        if (method == SplitMethod.Time)
        {
            return InTime(data, SplitColumn.InTime(data, column), folds);
        }

        RandomStream random = new(seed, RandomStreams.Split);
        int[] order = [.. Enumerable.Range(0, data.Count)];
        if (method != SplitMethod.Order)
        {
            Shuffle.Permutation(order, ref random);
        }

        int[] places = method switch
        {
            SplitMethod.Stratified => ByClass(data, order, folds),
            SplitMethod.Group => ByGroup(SplitColumn.Groups(data, column), folds, ref random),
            _ => ByPlace(order, folds),
        };
        return
        [
            .. Enumerable.Range(0, folds).Select(fold => DataSplit.Of(
                data, [.. order.Where(row => places[row] != fold)], [], [.. order.Where(row => places[row] == fold)])),
        ];
    }

    /// <summary>Folds of rows that stand together in an order, the first ones a row longer where the rows do not go up.</summary>
    private static int[] ByPlace(int[] order, int folds)
    {
        int[] places = new int[order.Length];
        (int size, int longer) = Math.DivRem(order.Length, folds);
        for (int i = 0; i < order.Length; i++)
        {
            int beyond = i - (longer * (size + 1));
            places[order[i]] = beyond < 0 ? i / (size + 1) : longer + (beyond / size);
        }

        return places;
    }

    /// <summary>Deals the rows of each class to the folds in turn, going on from class to class where the one before ended.</summary>
    private static int[] ByClass(Dataset data, int[] order, int folds)
    {
        if (data.Classes is null)
        {
            throw new InvalidOperationException("Only data with classes can be stratified: the targets here are values, not labels.");
        }

        int[] places = new int[order.Length];
        int next = 0;
        foreach (int row in order.OrderBy(data.ClassOf))
        {
            places[row] = next++ % folds;
        }

        return places;
    }

    /// <summary>Deals the groups, largest first, each to the fold that has the fewest rows.</summary>
    private static int[] ByGroup(int[] groups, int folds, ref RandomStream random)
    {
        int[] sizes = new int[groups.Max() + 1];
        foreach (int group in groups)
        {
            sizes[group]++;
        }

        if (sizes.Length < folds)
        {
            throw new ArgumentException($"{sizes.Length} groups cannot be dealt into {folds} folds.");
        }

        int[] order = new int[sizes.Length];
        Shuffle.Permutation(order, ref random);
        int[] foldOfGroup = new int[sizes.Length];
        int[] rows = new int[folds];
        foreach (int group in order.OrderByDescending(group => sizes[group]))
        {
            int fold = Array.IndexOf(rows, rows.Min());
            foldOfGroup[group] = fold;
            rows[fold] += sizes[group];
        }

        return [.. groups.Select(group => foldOfGroup[group])];
    }

    /// <summary>Cuts off as many last stretches of equal length as there are folds; before each, all earlier rows train.</summary>
    private static DataSplit[] InTime(Dataset data, int[] order, int folds)
    {
        int size = data.Count / (folds + 1);
        if (size == 0)
        {
            throw new ArgumentException($"{data.Count} rows are too few for {folds} stretches of time and one before them.");
        }

        return
        [
            .. Enumerable.Range(0, folds).Select(fold =>
            {
                int begin = data.Count - ((folds - fold) * size);
                return DataSplit.Of(data, order.AsSpan(0, begin), [], order.AsSpan(begin, size));
            }),
        ];
    }
}
