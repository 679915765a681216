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
        ArgumentNullException.ThrowIfNull(train);
        CheckShapes(train.Layout, validation?.Layout, nameof(validation));
        CheckShapes(train.Layout, test?.Layout, nameof(test));
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

    /// <summary>Fits a preparation to the training rows and prepares all parts by it.</summary>
    /// <param name="steps">What is to be done, in order.</param>
    /// <exception cref="ArgumentException">A step does not fit the rows, or the rows are prepared already.</exception>
    /// <exception cref="DataFormatException">A value cannot be prepared, or a column has none.</exception>
    public DataSplit Prepare(params IReadOnlyList<PreparationStep> steps) => this.Apply(Preparation.Fit(steps, this.Train));

    /// <summary>Prepares all parts.</summary>
    /// <param name="preparation">What was fitted to rows like these, for example in an earlier training.</param>
    /// <exception cref="ArgumentException">The data have other features, or are prepared already.</exception>
    /// <exception cref="DataFormatException">A value cannot be prepared; the message names row and column.</exception>
    public DataSplit Apply(Preparation preparation)
    {
        ArgumentNullException.ThrowIfNull(preparation);
        return new DataSplit(
            preparation.Apply(this.Train),
            this.Validation is { } validation ? preparation.Apply(validation) : null,
            this.Test is { } test ? preparation.Apply(test) : null);
    }

    /// <summary>The parts of some rows each; a part without rows is absent, and the first has some.</summary>
    internal static DataSplit Of(Dataset data, ReadOnlySpan<int> train, ReadOnlySpan<int> validation, ReadOnlySpan<int> test) =>
        new(Part(data, train)!, Part(data, validation), Part(data, test));

    /// <summary>The number of rows that a fraction stands for.</summary>
    internal static long Rows(long count, double fraction) => (long)Math.Round(count * fraction, MidpointRounding.AwayFromZero);

    /// <summary>Refuses fractions that are none or leave a part that was asked for without a row.</summary>
    /// <exception cref="ArgumentException">They are such.</exception>
    internal static void CheckFractions(long rows, double validation, double test)
    {
        CheckFraction(rows, validation, nameof(validation));
        CheckFraction(rows, test, nameof(test));
        if (rows - Rows(rows, validation) - Rows(rows, test) < 1)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"Of {rows} rows, {validation} for validation and {test} for the test leave none to train with."));
        }
    }

    /// <summary>Refuses a part of another shape than the training rows.</summary>
    /// <exception cref="ArgumentException">It is such.</exception>
    internal static void CheckShapes(RowLayout train, RowLayout? part, string name)
    {
        if (part is not null && !(part.FeatureShape.SequenceEqual(train.FeatureShape) && part.TargetShape.SequenceEqual(train.TargetShape)))
        {
            throw new ArgumentException(
                $"The {name} data have features ({string.Join(", ", part.FeatureShape)}) and targets ({string.Join(", ", part.TargetShape)}); " +
                $"the training data have ({string.Join(", ", train.FeatureShape)}) and ({string.Join(", ", train.TargetShape)}).",
                name);
        }
    }

    /// <summary>Goes through the rows in random order and gives each class's first ones to the test, its next ones to validation.</summary>
    internal static DataSplit Deal(Dataset data, double validation, double test, RandomStream random, bool stratify)
    {
        CheckFractions(data.Count, validation, test);
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

        int[] forTest = Quotas(sizes, (int)Rows(data.Count, test));
        int[] forValidation = Quotas([.. sizes.Zip(forTest, (size, taken) => size - taken)], (int)Rows(data.Count, validation));
        List<int> trainRows = [];
        List<int> validationRows = [];
        List<int> testRows = [];
        foreach (int row in order)
        {
            int label = classes[row];
            List<int> part = forTest[label]-- > 0 ? testRows : forValidation[label]-- > 0 ? validationRows : trainRows;
            part.Add(row);
        }

        return Of(data, CollectionsMarshal.AsSpan(trainRows), CollectionsMarshal.AsSpan(validationRows), CollectionsMarshal.AsSpan(testRows));
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

    private static Dataset? Part(Dataset data, ReadOnlySpan<int> rows) => rows.IsEmpty ? null : data.Subset(rows);

    private static void CheckFraction(long rows, double fraction, string name)
    {
        if (!(fraction >= 0 && fraction < 1))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The fraction is {fraction}; it must be at least 0 and below 1."), name);
        }

        if (fraction > 0 && Rows(rows, fraction) == 0)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"A fraction of {fraction} of {rows} rows is no row at all: use 0, or more data."), name);
        }
    }
}
