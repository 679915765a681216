using NetDsl.Kernels;

namespace NetDsl.Data;

/// <summary>Rows to train with, to validate with and to test with, which are read where they lie. The source they are parts of is disposed last.</summary>
public sealed class SourceSplit
{
    /// <summary>More blocks would not make the fractions more exact, and less mixed parts are no worse.</summary>
    private const int MostBlocks = 1 << 16;

    /// <summary>With fewer, a fraction could not be met and a part would not be mixed: then blocks are cut, and a chunk of the file is read for several parts.</summary>
    private const int FewestBlocks = 1 << 8;

    /// <summary>Parts that were made elsewhere, for example the training and test files of a simulation.</summary>
    /// <param name="train">The rows to train with.</param>
    /// <param name="validation">The rows that tell when training has gone far enough, or null.</param>
    /// <param name="test">The rows that tell how good the result is, or null.</param>
    /// <exception cref="ArgumentException">The parts differ in the shape of their features or targets.</exception>
    public SourceSplit(RowSource train, RowSource? validation = null, RowSource? test = null)
    {
        ArgumentNullException.ThrowIfNull(train);
        DataSplit.CheckShapes(train.Layout, validation?.Layout, nameof(validation));
        DataSplit.CheckShapes(train.Layout, test?.Layout, nameof(test));
        this.Train = train;
        this.Validation = validation;
        this.Test = test;
    }

    /// <summary>The rows to train with.</summary>
    public RowSource Train { get; }

    /// <summary>The rows that tell when training has gone far enough, or null.</summary>
    public RowSource? Validation { get; }

    /// <summary>The rows that tell how good the result is, or null.</summary>
    public RowSource? Test { get; }

    /// <summary>Fits a preparation to the training rows, one pass through them for each step, and prepares all parts by it.</summary>
    /// <param name="steps">What is to be done, in order.</param>
    /// <exception cref="ArgumentException">A step does not fit the rows, or the rows are prepared already.</exception>
    /// <exception cref="DataFormatException">A value cannot be prepared, or a column has none.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public SourceSplit Prepare(params IReadOnlyList<PreparationStep> steps)
    {
        Preparation preparation = Preparation.Fit(steps, this.Train);
        return new SourceSplit(
            preparation.Apply(this.Train),
            this.Validation is { } validation ? preparation.Apply(validation) : null,
            this.Test is { } test ? preparation.Apply(test) : null);
    }

    /// <summary>The last rows to the test, those before them to validation.</summary>
    internal static SourceSplit InOrder(RowSource rows, double validation, double test)
    {
        DataSplit.CheckFractions(rows.Count, validation, test);
        long forTest = DataSplit.Rows(rows.Count, test);
        long forValidation = DataSplit.Rows(rows.Count, validation);
        long forTrain = rows.Count - forTest - forValidation;
        return new SourceSplit(
            rows.Slice(0, forTrain),
            forValidation > 0 ? rows.Slice(forTrain, forValidation) : null,
            forTest > 0 ? rows.Slice(forTrain + forValidation, forTest) : null);
    }

    /// <summary>Blocks by chance; within each part the rows stand in their order.</summary>
    internal static SourceSplit Deal(RowSource rows, double validation, double test, ulong seed)
    {
        DataSplit.CheckFractions(rows.Count, validation, test);
        long blockRows = Math.Min(
            rows.BlockRows * Math.Max(1, Ceiling(Ceiling(rows.Count, rows.BlockRows), MostBlocks)), Math.Max(1, rows.Count / FewestBlocks));
        int blocks = (int)Ceiling(rows.Count, blockRows);
        int forTest = Blocks(blocks, test);
        int forValidation = Blocks(blocks, validation);
        if (forTest + forValidation >= blocks)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"{rows.Name} has {blocks} blocks of {blockRows} rows, too few to deal {validation} of them to validation and {test} to the test. ") +
                "Split it in its order, or read it into memory.");
        }

        int[] order = new int[blocks];
        RandomStream random = new(seed, RandomStreams.Split);
        Shuffle.Permutation(order, ref random);
        BlocksSource? Part(int first, int count) =>
            count == 0 ? null : new BlocksSource(rows, Together(order.AsSpan(first, count).ToArray(), blockRows, rows.Count));

        return new SourceSplit(
            Part(forTest + forValidation, blocks - forTest - forValidation)!, Part(forTest, forValidation), Part(0, forTest));
    }

    private static long Ceiling(long count, long size) => ((count - 1) / size) + 1;

    private static int Blocks(int blocks, double fraction) => fraction > 0 ? (int)Math.Max(1, DataSplit.Rows(blocks, fraction)) : 0;

    /// <summary>Blocks in their order, those that follow each other as one.</summary>
    private static (long First, long Count)[] Together(int[] blocks, long blockRows, long rows)
    {
        Array.Sort(blocks);
        List<(long First, long Count)> runs = [];
        foreach (int block in blocks)
        {
            long first = block * blockRows;
            long count = Math.Min(blockRows, rows - first);
            if (runs is [.., var last] && last.First + last.Count == first)
            {
                runs[^1] = (last.First, last.Count + count);
            }
            else
            {
                runs.Add((first, count));
            }
        }

        return [.. runs];
    }
}
