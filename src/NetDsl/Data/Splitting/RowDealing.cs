using NetDsl.Kernels;

namespace NetDsl.Data;

/// <summary>Deals rows into a part to train with, one to validate with and one to test with, by something other than chance alone.</summary>
internal static class RowDealing
{
    /// <summary>The last rows of an order to the test, those before them to validation.</summary>
    /// <param name="data">The data.</param>
    /// <param name="order">All rows in their order.</param>
    /// <param name="validation">The fraction of the rows for validation.</param>
    /// <param name="test">The fraction of the rows for the test.</param>
    public static DataSplit InOrder(Dataset data, int[] order, double validation, double test)
    {
        DataSplit.CheckFractions(data.Count, validation, test);
        int testBegin = data.Count - (int)DataSplit.Rows(data.Count, test);
        int validationBegin = testBegin - (int)DataSplit.Rows(data.Count, validation);
        return DataSplit.Of(data, order.AsSpan(0, validationBegin), order.AsSpan(validationBegin..testBegin), order.AsSpan(testBegin));
    }

    /// <summary>
    /// Goes through the groups in random order and gives one to the test where that brings it nearer to its share of the rows, and of the others one to
    /// validation likewise.
    /// </summary>
    /// <param name="data">The data.</param>
    /// <param name="groups">The group of each row, from 0.</param>
    /// <param name="validation">The fraction of the rows for validation.</param>
    /// <param name="test">The fraction of the rows for the test.</param>
    /// <param name="random">What the order is drawn from.</param>
    public static DataSplit ByGroup(Dataset data, int[] groups, double validation, double test, RandomStream random)
    {
        DataSplit.CheckFractions(data.Count, validation, test);
        int[] sizes = new int[groups.Max() + 1];
        foreach (int group in groups)
        {
            sizes[group]++;
        }

        int[] order = new int[sizes.Length];
        Shuffle.Permutation(order, ref random);
        bool[] inTest = Choose(order, sizes, new bool[sizes.Length], (int)DataSplit.Rows(data.Count, test));
        bool[] inValidation = Choose(order, sizes, inTest, (int)DataSplit.Rows(data.Count, validation));
        int[] rows = new int[data.Count];
        Shuffle.Permutation(rows, ref random);
        int[] testRows = [.. rows.Where(row => inTest[groups[row]])];
        int[] validationRows = [.. rows.Where(row => inValidation[groups[row]])];
        int[] trainRows = [.. rows.Where(row => !inTest[groups[row]] && !inValidation[groups[row]])];
        if (trainRows.Length == 0 || (test > 0 && testRows.Length == 0) || (validation > 0 && validationRows.Length == 0))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"The {sizes.Length} groups cannot be dealt so that {validation} of the rows are for validation and {test} for the test: a part would be ") +
                "empty. Use other fractions, or smaller groups.");
        }

        return DataSplit.Of(data, trainRows, validationRows, testRows);
    }

    private static bool[] Choose(int[] order, int[] sizes, bool[] taken, int wanted)
    {
        bool[] chosen = new bool[sizes.Length];
        int sum = 0;
        foreach (int group in order)
        {
            if (!taken[group] && Math.Abs(sum + sizes[group] - wanted) < Math.Abs(sum - wanted))
            {
                chosen[group] = true;
                sum += sizes[group];
            }
        }

        return chosen;
    }
}
