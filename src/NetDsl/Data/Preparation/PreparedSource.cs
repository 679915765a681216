namespace NetDsl.Data;

/// <summary>The rows of another source, prepared as they are read.</summary>
internal sealed class PreparedSource : RowSource
{
    private readonly RowSource whole;
    private readonly RowPipeline pipeline;
    private readonly bool disposesWhole;
    private float[] features = [];
    private float[] targets = [];

    /// <param name="whole">The other source.</param>
    /// <param name="pipeline">The steps.</param>
    /// <param name="preparation">The preparation that they are all of, or null while it is being made.</param>
    /// <param name="disposesWhole">Whether the other source is disposed with this one.</param>
    public PreparedSource(RowSource whole, RowPipeline pipeline, Preparation? preparation, bool disposesWhole)
        : base(whole.Name, pipeline.Layout with { Preparation = preparation }, whole.Count)
    {
        this.whole = whole;
        this.pipeline = pipeline;
        this.disposesWhole = disposesWhole;
    }

    public override int BlockRows => this.whole.BlockRows;

    protected internal override void ReadRows(long first, int count, RowValues destination)
    {
        if (this.pipeline.WorksInPlace)
        {
            this.whole.Read(first, count, destination);
            this.Prepare(first, count, destination, destination);
            return;
        }

        // Blocks of the source, so that no more memory is needed than for one of them, whatever is asked for.
        RowLayout before = this.pipeline.Source;
        int most = BlockPass.Rows(this.whole);
        int done = 0;
        while (done < count)
        {
            int rows = (int)Math.Min(count - done, most - ((first + done) % most));
            RowValues prepared = destination.Slice(done, rows, this.Layout);
            RowValues read = new(
                Room(ref this.features, rows * before.FeatureSize),
                Room(ref this.targets, prepared.Targets.IsEmpty ? 0 : rows * before.TargetSize),
                prepared.SampleWeights);
            this.whole.Read(first + done, rows, read);
            this.Prepare(first + done, rows, read, prepared);
            done += rows;
        }
    }

    protected internal override RowKeys ReadKeys(long first, int count) => this.whole.ReadKeys(first, count);

    protected override void Dispose(bool disposing)
    {
        if (disposing && this.disposesWhole)
        {
            this.whole.Dispose();
        }

        base.Dispose(disposing);
    }

    private static Span<float> Room(ref float[] array, int length)
    {
        if (array.Length < length)
        {
            array = new float[length];
        }

        return array.AsSpan(0, length);
    }

    private void Prepare(long first, int count, RowValues rows, RowValues prepared)
    {
        RowOrigin origin = new(this.whole.Name, first);
        this.pipeline.PrepareFeatures(count, rows.Features, prepared.Features, origin);
        if (!rows.Targets.IsEmpty)
        {
            this.pipeline.PrepareTargets(count, rows.Targets, prepared.Targets, origin);
        }
    }
}
