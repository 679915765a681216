namespace NetDsl.Data;

/// <summary>The rows of a window in memory, and the order in which they are visited.</summary>
/// <param name="layout">What a row is made of.</param>
/// <param name="rows">The rows there is room for.</param>
internal sealed class RowWindow(RowLayout layout, int rows)
{
    private readonly float[] features = new float[rows * layout.FeatureSize];
    private readonly float[] targets = new float[rows * layout.TargetSize];
    private readonly float[] weights = new float[layout.HasSampleWeights ? rows : 0];
    private readonly long[] numbers = new long[rows];
    private readonly int[] order = new int[rows];

    /// <summary>The epoch, or -1 before the first.</summary>
    public int Epoch { get; private set; } = -1;

    /// <summary>Its number in the epoch.</summary>
    public int Number { get; private set; }

    /// <summary>The place of its first row in the epoch.</summary>
    public long Start { get; private set; }

    /// <summary>The number of rows it has.</summary>
    public int Count { get; private set; }

    /// <summary>Where the row that is visited at a place of the window lies in it.</summary>
    public int Visited(int place) => this.order[place];

    public ReadOnlySpan<float> Features(int row) => this.features.AsSpan(row * layout.FeatureSize, layout.FeatureSize);

    public ReadOnlySpan<float> Targets(int row) => this.targets.AsSpan(row * layout.TargetSize, layout.TargetSize);

    public float Weight(int row) => this.weights.Length == 0 ? 1 : this.weights[row];

    /// <summary>The number of the row in the source.</summary>
    public long RowNumber(int row) => this.numbers[row];

    /// <summary>Reads a window.</summary>
    /// <param name="source">The rows.</param>
    /// <param name="epochOrder">The order of the epoch.</param>
    /// <param name="window">Its number.</param>
    /// <param name="verify">Looks at each run of rows that was read, with the number of its first.</param>
    /// <param name="cancellation">Looked at before each run.</param>
    public void Fill(RowSource source, EpochOrder epochOrder, int window, RowVerification verify, CancellationToken cancellation)
    {
        // What it held before is gone, whatever happens.
        int before = this.Epoch;
        this.Epoch = -1;
        this.Start = epochOrder.StartOf(window);
        this.Count = epochOrder.RowsOf(window);
        bool isWhole = this.Count == source.Count && before >= 0;
        int done = 0;
        foreach ((long first, int count) in epochOrder.RunsOf(window))
        {
            cancellation.ThrowIfCancellationRequested();

            // A window of all rows lies there as it did in the epoch before.
            if (!isWhole)
            {
                RowValues values = new RowValues(this.features, this.targets, this.weights).Slice(done, count, layout);
                source.Read(first, count, values);
                verify(values, first);
                for (int i = 0; i < count; i++)
                {
                    this.numbers[done + i] = first + i;
                }
            }

            done += count;
        }

        epochOrder.Permute(window, this.order.AsSpan(0, this.Count));
        this.Number = window;
        this.Epoch = epochOrder.Epoch;
    }
}
