using System.Runtime.InteropServices;
using NetDsl.Kernels;

namespace NetDsl.Data;

/// <summary>Data to train with, to validate with and to test with.</summary>
public sealed class DataSplit
{
    /// <summary>Parts that were made elsewhere, for example the training and test files of MNIST.</summary>
    /// <param name="train">The rows to train with.</param>
    /// <param name="validation">The rows that tell when training has gone far enough, or null.</param>
    /// <param name="test">The rows that tell how good the result is, or null.</param>
    /// <exception cref="ArgumentException">The parts differ in the shape of their features or targets.</exception>
    public DataSplit(Dataset train, Dataset? validation = null, Dataset? test = null)
    {
        CheckShapes(train, validation, "validation");
        CheckShapes(train, test, "test");
        this.Train = train;
        this.Validation = validation;
        this.Test = test;
    }

    /// <summary>The rows to train with.</summary>
    public Dataset Train { get; }

    /// <summary>The rows that tell when training has gone far enough, or null.</summary>
    public Dataset? Validation { get; }

    /// <summary>The rows that tell how good the result is, or null.</summary>
    public Dataset? Test { get; }

    /// <summary>Goes through the rows in random order and gives each class's first ones to the test, its next ones to validation.</summary>
    internal static DataSplit Deal(Dataset data, double validation, double test, RandomStream random, bool stratify)
    {
        CheckFractions(data, validation, test);
        if (stratify && data.Classes is null)
        {
            throw new InvalidOperationException("Only data with classes can be stratified: the targets here are values, not labels.");
        }

        int[] order = new int[data.Count];
        Shuffle.Permutation(order, ref random);
        int[] classes = stratify ? [.. Enumerable.Range(0, data.Count).Select(data.ClassOf)] : new int[data.Count];
        int[] sizes = new int[stratify ? data.Classes!.Count : 1];
        foreach (int label in classes)
        {
            sizes[label]++;
        }

        int[] forTest = Quotas(sizes, Rows(data.Count, test));
        int[] forValidation = Quotas([.. sizes.Zip(forTest, (size, taken) => size - taken)], Rows(data.Count, validation));
        List<int> trainRows = [];
        List<int> validationRows = [];
        List<int> testRows = [];
        foreach (int row in order)
        {
            int label = classes[row];
            List<int> part = forTest[label]-- > 0 ? testRows : forValidation[label]-- > 0 ? validationRows : trainRows;
            part.Add(row);
        }

        return new DataSplit(Part(data, trainRows)!, Part(data, validationRows), Part(data, testRows));
    }

    /// <summary>
    /// Deals a number of rows to the classes by their sizes. The running total is rounded, not each class, so that the sum is exact and no
    /// class is asked for more rows than it has.
    /// </summary>
    private static int[] Quotas(int[] sizes, int total)
    {
        long all = sizes.Sum();
        int[] quotas = new int[sizes.Length];
        long seen = 0;
        int dealt = 0;
        for (int i = 0; i < sizes.Length; i++)
        {
            seen += sizes[i];
            quotas[i] = (int)(((2 * seen * total) + all) / (2 * all)) - dealt;
            dealt += quotas[i];
        }

        return quotas;
    }

    private static int Rows(int count, double fraction) => (int)Math.Round(count * fraction, MidpointRounding.AwayFromZero);

    private static Dataset? Part(Dataset data, List<int> rows) =>
        rows.Count == 0 ? null : data.Subset(CollectionsMarshal.AsSpan(rows));

    private static void CheckFractions(Dataset data, double validation, double test)
    {
        CheckFraction(data, validation, nameof(validation));
        CheckFraction(data, test, nameof(test));
        int left = data.Count - Rows(data.Count, validation) - Rows(data.Count, test);
        if (left < 1)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"Of {data.Count} rows, {validation} for validation and {test} for the test leave none to train with."));
        }
    }

    private static void CheckFraction(Dataset data, double fraction, string name)
    {
        if (!(fraction >= 0 && fraction < 1))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The fraction is {fraction}; it must be at least 0 and below 1."), name);
        }

        if (fraction > 0 && Rows(data.Count, fraction) == 0)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"A fraction of {fraction} of {data.Count} rows is no row at all: use 0, or more data."), name);
        }
    }

    private static void CheckShapes(Dataset train, Dataset? part, string name)
    {
        if (part is not null && !(part.FeatureShape.SequenceEqual(train.FeatureShape) && part.TargetShape.SequenceEqual(train.TargetShape)))
        {
            throw new ArgumentException(
                $"The {name} data have features ({string.Join(", ", part.FeatureShape)}) and targets ({string.Join(", ", part.TargetShape)}); " +
                $"the training data have ({string.Join(", ", train.FeatureShape)}) and ({string.Join(", ", train.TargetShape)}).",
                name);
        }
    }
}
