namespace NetDsl.Data;

/// <summary>
/// Rows that are read where they lie when they are needed: of files that may be larger than memory, of a simulator, or of data in memory.
/// Rows can be read in any order; by one thread at a time.
/// </summary>
public abstract class RowSource : IDisposable
{
    /// <summary>A source of rows.</summary>
    /// <param name="name">What it is called in errors and checkpoints: the path of a file, for example.</param>
    /// <param name="layout">What a row is made of.</param>
    /// <param name="count">The number of rows, at least 1.</param>
    /// <exception cref="ArgumentException">Shapes and names do not fit each other, or there is no row.</exception>
    protected RowSource(string name, RowLayout layout, long count)
    {
        ArgumentNullException.ThrowIfNull(layout);
        layout.Check();
        if (count < 1)
        {
            throw new ArgumentException($"{name} has no rows; at least one is needed.", nameof(count));
        }

        this.Name = name;
        this.Layout = layout;
        this.Count = count;
    }

    /// <summary>What the rows come from: the path of a file, for example.</summary>
    public string Name { get; }

    /// <summary>What a row is made of.</summary>
    public RowLayout Layout { get; }

    /// <summary>The number of rows, at least 1.</summary>
    public long Count { get; }

    /// <summary>
    /// As many rows as are best read together, beginning at a multiple of this: those of a chunk of the file, for example. At least 1.
    /// </summary>
    public virtual int BlockRows => 1;

    /// <summary>The data themselves where the rows are in memory already; otherwise null.</summary>
    public virtual Dataset? InMemory => null;

    /// <summary>The rows of data in memory.</summary>
    /// <param name="data">The data.</param>
    public static RowSource Of(Dataset data) => new DatasetSource(data);

    /// <summary>Several sources as one, one after the other, for example the files of a simulation. They are disposed with it.</summary>
    /// <param name="sources">At least one; all of the same layout.</param>
    /// <exception cref="ArgumentException">There is none, or their layouts differ.</exception>
    public static RowSource Concatenate(IReadOnlyList<RowSource> sources) =>
        sources is [RowSource only] ? only : new ConcatenatedSource(sources);

    /// <summary>Reads rows that follow each other.</summary>
    /// <param name="first">The first of them, from 0.</param>
    /// <param name="count">How many.</param>
    /// <param name="destination">
    /// Room for just so many: features, targets (empty to leave them out) and weights (empty where the rows have none, or to leave them out).
    /// </param>
    /// <exception cref="ArgumentException">The rows are not all there, or the room is not that of so many rows.</exception>
    /// <exception cref="DataFormatException">The file is broken, or a value is not finite; the message names the row.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public void Read(long first, int count, RowValues destination)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, this.Count - first);
        CheckLength(destination.Features.Length, (long)count * this.Layout.FeatureSize, "features");
        if (!destination.Targets.IsEmpty)
        {
            CheckLength(destination.Targets.Length, (long)count * this.Layout.TargetSize, "targets");
        }

        if (!destination.SampleWeights.IsEmpty)
        {
            CheckLength(destination.SampleWeights.Length, this.Layout.HasSampleWeights ? count : 0, "sample weights");
        }

        this.ReadRows(first, count, destination);
        DatasetChecks.Values(this.Layout, destination, this.Name, first);
    }

    /// <summary>Reads rows that follow each other into a data set.</summary>
    /// <param name="first">The first of them, from 0.</param>
    /// <param name="count">How many, at least 1.</param>
    /// <exception cref="ArgumentException">The rows are not all there, or more than an array can hold.</exception>
    /// <exception cref="DataFormatException">The file is broken, or a value is not finite; the message names the row.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public Dataset Read(long first, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, this.Count - first);
        this.CheckFits(count);
        float[] features = new float[count * this.Layout.FeatureSize];
        float[] targets = new float[count * this.Layout.TargetSize];
        float[] weights = new float[this.Layout.HasSampleWeights ? count : 0];
        this.ReadRows(first, count, new RowValues(features, targets, weights));
        return new Dataset(this.Layout, features, targets, weights, this.ReadKeys(first, count), this.Name, first);
    }

    /// <summary>Reads all rows into memory.</summary>
    /// <exception cref="ArgumentException">They are more than an array can hold.</exception>
    /// <exception cref="DataFormatException">The file is broken, or a value is not finite; the message names the row.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public Dataset ReadAll()
    {
        this.CheckFits(this.Count);
        return this.Read(0, (int)this.Count);
    }

    /// <summary>All rows in their order, in data sets of some each, of which only one at a time is in memory.</summary>
    /// <param name="rows">The rows of each but the last, which has what is left.</param>
    public IEnumerable<Dataset> Batches(int rows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        return Enumerate();

        IEnumerable<Dataset> Enumerate()
        {
            for (long first = 0; first < this.Count; first += rows)
            {
                yield return this.Read(first, (int)Math.Min(rows, this.Count - first));
            }
        }
    }

    /// <summary>As many rows as fit into some memory, whole blocks of them where they do; at least 1.</summary>
    /// <param name="bytes">The memory, in bytes.</param>
    public int RowsWithin(long bytes)
    {
        long rows = Math.Clamp(bytes / (sizeof(float) * this.Layout.RowSize), 1, Math.Min(this.Count, Array.MaxLength / this.Layout.RowSize));
        return (int)(rows < this.BlockRows ? rows : rows / this.BlockRows * this.BlockRows);
    }

    /// <summary>Rows that follow each other, as a source of their own. Dispose this one when both are done with.</summary>
    /// <param name="first">The first of them, from 0.</param>
    /// <param name="count">How many, at least 1.</param>
    /// <exception cref="ArgumentException">The rows are not all there.</exception>
    public RowSource Slice(long first, long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, this.Count - first);
        return new BlocksSource(this, [(first, count)]);
    }

    /// <summary>
    /// Deals the rows into a part to train with, one to validate with and one to test with, which are read where they lie: at random in blocks of
    /// <see cref="BlockRows"/> rows, so that a part reads no chunk of a file in vain (more, where there are very many blocks, and fewer, where there are less
    /// than 256), or in their order.
    /// Rows that belong together and stand together mostly stay together. Dispose this source when all parts are done with.
    /// </summary>
    /// <param name="validation">The fraction of the blocks for validation, from 0 to below 1.</param>
    /// <param name="test">The fraction of the blocks for the test, from 0 to below 1.</param>
    /// <param name="seed">The same seed gives the same parts on every machine.</param>
    /// <param name="method"><see cref="SplitMethod.Random"/> or <see cref="SplitMethod.Order"/>; for the others all rows must be in memory.</param>
    /// <exception cref="ArgumentException">The fractions leave a part without a block, or the method needs all rows.</exception>
    public SourceSplit Split(double validation = 0, double test = 0, ulong seed = 0, SplitMethod method = SplitMethod.Random) => method switch
    {
        SplitMethod.Random => SourceSplit.Deal(this, validation, test, seed),
        SplitMethod.Order => SourceSplit.InOrder(this, validation, test),
        _ => throw new ArgumentException(
            $"A stream is split at random or in its order, not by {method}, for which all rows must be known: read it into memory before.", nameof(method)),
    };

    /// <summary>
    /// Rows, classes, and for each column its range, mean, quartiles and histogram, as objects and as text, by two passes through the rows.
    /// Quartiles come from a sample of the rows where their values take more than 64 MB.
    /// </summary>
    /// <param name="bins">The bins of each histogram, at least 1.</param>
    /// <exception cref="DataFormatException">The file is broken, or a value is not finite; the message names the row.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public DatasetSummary Describe(int bins = 20) => DatasetSummary.Of(this, bins);

    /// <inheritdoc/>
    public void Dispose()
    {
        this.Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Reads rows that are there into room that is theirs, and need not look at the values.</summary>
    /// <param name="first">The first of them, from 0.</param>
    /// <param name="count">How many.</param>
    /// <param name="destination">Features, and targets and weights unless they are empty.</param>
    protected internal abstract void ReadRows(long first, int count, RowValues destination);

    /// <summary>What the rows are told apart by when they are split; nothing unless a source knows better.</summary>
    /// <param name="first">The first of the rows, from 0.</param>
    /// <param name="count">How many.</param>
    protected internal virtual RowKeys ReadKeys(long first, int count) => RowKeys.None;

    /// <summary>Closes what the source holds open.</summary>
    /// <param name="disposing">Whether it was asked to.</param>
    protected virtual void Dispose(bool disposing)
    {
    }

    private static void CheckLength(int length, long expected, string what)
    {
        if (length != expected)
        {
            throw new ArgumentException($"There is room for {length} {what}; the rows have {expected}.");
        }
    }

    private void CheckFits(long count)
    {
        if (count * Math.Max(this.Layout.FeatureSize, this.Layout.TargetSize) > Array.MaxLength)
        {
            throw new ArgumentException(
                $"{count} rows of {this.Layout.FeatureSize} features are more than an array can hold. Train with the source itself, or read a part.");
        }
    }
}
