namespace NetDsl.Data.Hdf5;

/// <summary>Writes rows of data to the data sets of a file, and to its attributes what they are made of.</summary>
internal sealed class Hdf5RowWriter
{
    // Large enough for the disk and for simulators that share out the rows of a block; two of them are in memory.
    private const int BlockBytes = 8 << 20;

    private readonly Hdf5Writer file;
    private readonly RowSource rows;
    private readonly Hdf5WriteOptions options;
    private readonly RowLayout layout;
    private readonly Hdf5DatasetWriter<float> features;
    private readonly Hdf5DatasetWriter<float>? targets;
    private readonly Hdf5DatasetWriter<float>? weights;
    private readonly Hdf5DatasetWriter<int>? groups;
    private readonly Hdf5DatasetWriter<double>? times;
    private readonly int blockRows;

    public Hdf5RowWriter(Hdf5Writer file, RowSource rows, Hdf5WriteOptions options)
    {
        this.file = file;
        this.rows = rows;
        this.options = options;
        this.layout = rows.Layout;
        this.features = this.Create<float>(Hdf5Layout.Features, options.Features, this.layout.FeatureShape, options.ChunkRows);
        if (this.layout.TargetSize > 0)
        {
            this.targets = this.Create<float>(Hdf5Layout.Targets, options.Targets, this.layout.TargetShape, this.features.ChunkRows);
        }

        if (this.layout.HasSampleWeights)
        {
            this.weights = this.Create<float>(Hdf5Layout.Weights, options.Weights, [], this.features.ChunkRows);
        }

        RowKeys keys = rows.ReadKeys(0, 1);
        this.groups = keys.Groups.IsEmpty ? null : this.Create<int>(Hdf5Layout.Groups, options.Groups, [], this.features.ChunkRows);
        this.times = keys.Times.IsEmpty ? null : this.Create<double>(Hdf5Layout.Times, options.Times, [], this.features.ChunkRows);
        long chunks = Math.Max(1, BlockBytes / ((long)this.layout.FeatureSize * sizeof(float) * this.features.ChunkRows));
        this.blockRows = (int)Math.Min(chunks * this.features.ChunkRows, rows.Count);
        this.Describe();
    }

    private bool HasKeys => this.groups is not null || this.times is not null;

    /// <summary>Writes all rows: the next block is read while one is written.</summary>
    /// <param name="progress">Is told the number of rows written so far.</param>
    /// <param name="cancellationToken">Ends it between two blocks.</param>
    public void Write(IProgress<long>? progress, CancellationToken cancellationToken)
    {
        Block current = new(this.layout, this.blockRows);
        Block next = new(this.layout, this.blockRows);
        current.Fill(this.rows, 0, this.HasKeys);
        long written = 0;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            written += current.Count;
            Task reading = written < this.rows.Count ? this.Read(next, written) : Task.CompletedTask;
            try
            {
                this.Append(current);
            }
            finally
            {
                // Nobody may use the source before this is over, whatever happened here.
                Task.WaitAny([reading], CancellationToken.None);
            }

            progress?.Report(written);
            if (written == this.rows.Count)
            {
                return;
            }

            reading.GetAwaiter().GetResult();
            (current, next) = (next, current);
        }
    }

    private Task Read(Block block, long first) => Task.Run(() => block.Fill(this.rows, first, this.HasKeys), CancellationToken.None);

    private void Append(Block block)
    {
        RowValues values = block.Values;
        this.features.Append(values.Features);
        this.targets?.Append(values.Targets);
        this.weights?.Append(values.SampleWeights);
        this.groups?.Append(block.Keys.Groups);
        this.times?.Append(block.Keys.Times);
    }

    private Hdf5DatasetWriter<T> Create<T>(string role, string name, IReadOnlyList<int> shape, int? chunkRows)
        where T : unmanaged
    {
        Hdf5DatasetOptions dataset = new()
        {
            ChunkRows = chunkRows,
            Deflate = this.options.Deflate,
            Shuffle = this.options.Shuffle,
            ExpectedRows = this.rows.Count,
        };
        this.file.SetAttribute("/", role, name);
        return this.file.CreateDataset<T>(name, shape, dataset);
    }

    private void Describe()
    {
        this.file.SetAttribute("/", Hdf5Layout.Format, Hdf5Layout.FormatName);
        this.file.SetAttribute("/", Hdf5Layout.Version, 1L);
        this.Set(this.options.Features, Hdf5Layout.Names, this.layout.FeatureNames);
        if (this.layout.MayMissFeatures)
        {
            this.file.SetAttribute(this.options.Features, Hdf5Layout.MayMiss, 1L);
        }

        if (this.layout.Categories.Count > 0)
        {
            int[] places = [.. this.layout.Categories.Keys.Order()];
            this.file.SetAttribute(this.options.Features, Hdf5Layout.Categories, [.. places.Select(place => (double)place)]);
            foreach (int place in places)
            {
                this.Set(this.options.Features, Hdf5Layout.CategoriesOf(place), this.layout.Categories[place]);
            }
        }

        if (this.targets is not null)
        {
            this.Set(this.options.Targets, Hdf5Layout.Names, this.layout.TargetNames);
            this.Set(this.options.Targets, Hdf5Layout.Classes, this.layout.Classes);
            this.Set(this.options.Targets, Hdf5Layout.Column, this.layout.LabelName);
        }

        if (this.weights is not null)
        {
            this.Set(this.options.Weights, Hdf5Layout.Column, this.layout.WeightName);
        }
    }

    private void Set(string dataset, string name, IReadOnlyList<string>? texts)
    {
        if (texts is { Count: > 0 })
        {
            this.file.SetAttribute(dataset, name, texts);
        }
    }

    private void Set(string dataset, string name, string? text)
    {
        if (text is not null)
        {
            this.file.SetAttribute(dataset, name, text);
        }
    }

    /// <summary>Rows that are in memory between reading and writing.</summary>
    private sealed class Block(RowLayout layout, int rows)
    {
        private readonly float[] features = new float[(long)rows * layout.FeatureSize];
        private readonly float[] targets = new float[(long)rows * layout.TargetSize];
        private readonly float[] weights = new float[layout.HasSampleWeights ? rows : 0];

        public int Count { get; private set; }

        public RowKeys Keys { get; private set; } = RowKeys.None;

        public RowValues Values => new RowValues(this.features, this.targets, this.weights).Slice(0, this.Count, layout);

        public void Fill(RowSource source, long first, bool withKeys)
        {
            this.Count = (int)Math.Min(rows, source.Count - first);
            source.Read(first, this.Count, this.Values);
            this.Keys = withKeys ? source.ReadKeys(first, this.Count) : RowKeys.None;
        }
    }
}
