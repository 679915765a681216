using System.Numerics;
using NetDsl.Data;

namespace NetDsl.Training;

/// <summary>Batches of rows that are read as they are needed, one window ahead by another thread.</summary>
/// <typeparam name="T">The element type of the network.</typeparam>
internal sealed class StreamedBatches<T> : BatchSource<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // Rows whose bytes tell this source from others in a checkpoint: all of them would have to be read.
    private const int ChecksumRuns = 64;
    private const int ChecksumRows = 4;

    private readonly RowSource source;
    private readonly RowWeights weights;
    private readonly ShuffleOrder order;
    private readonly WindowReader windows;

    /// <param name="source">The rows.</param>
    /// <param name="pass">Where batches are written.</param>
    /// <param name="batchSize">The rows of each batch but the last, which has what is left.</param>
    /// <param name="options">In which order the rows come, and how much memory they take.</param>
    /// <param name="weights">The weights of rows.</param>
    public StreamedBatches(RowSource source, NetworkPass<T> pass, int batchSize, BatchOptions options, RowWeights weights)
        : base(pass, source.Count, batchSize, options.Augmentation)
    {
        this.source = source;
        this.weights = weights;
        this.order = options.Order ?? WindowLayout.OrderFor(source, options.Memory);
        NetworkSummary summary = pass.Network.Summary;
        this.windows = new WindowReader(
            source,
            new WindowLayout(source.Count, this.order),
            options.Seed,
            options.IsShuffled,
            (values, first) =>
            {
                TrainingChecks.FeatureValues(source.Layout, values.Features, source.Name, first);
                TrainingChecks.TargetValues(summary, new TargetRows(source.Layout, values.Targets, source.Name, first));
            });
    }

    public override int Load(int batch)
    {
        long first = (long)batch * this.BatchSize;
        int rows = (int)Math.Min(this.BatchSize, this.Count - first);
        int inputs = this.source.Layout.FeatureSize;
        int targets = this.source.Layout.TargetSize;
        for (int i = 0; i < rows; i++)
        {
            RowWindow window = this.windows.Get(first + i);
            int row = window.Visited((int)(first + i - window.Start));
            this.WriteFeatures(window.Features(row), window.RowNumber(row), this.Pass.Inputs.Slice(i * inputs, inputs));
            Convert(window.Targets(row), this.Pass.Targets.Slice(i * targets, targets));
            if (this.weights.AreNeeded)
            {
                this.Pass.SampleWeights[i] = T.CreateTruncating(this.weights.Of(window.Targets(row), window.Weight(row), window.RowNumber(row)));
            }
        }

        if (this.weights.AreNeeded)
        {
            this.Pass.HasLoadedWeights = true;
        }
        else if (this.Pass.HasLoadedWeights)
        {
            this.Pass.ResetSampleWeights();
        }

        return rows;
    }

    public override IEnumerable<(string Name, object? Value)> Describe()
    {
        yield return ("Rows", this.Count);
        yield return ("FeatureShape", this.source.Layout.FeatureShape);
        yield return ("TargetShape", this.source.Layout.TargetShape);
        yield return ("BlockRows", this.order.BlockRows);
        yield return ("WindowRows", Math.Min(this.order.WindowRows, this.Count));
        yield return ("SomeRows", this.SumOfSomeRows());
    }

    public override void Dispose()
    {
        this.windows.Dispose();
        base.Dispose();
    }

    protected override void Shuffle() => this.windows.Begin(this.Epoch);

    private string SumOfSomeRows()
    {
        using Checksum checksum = new();
        for (int run = 0; run < ChecksumRuns; run++)
        {
            int rows = (int)Math.Min(ChecksumRows, this.Count);
            Dataset some = this.source.Read((long)((Int128)(this.Count - rows) * run / (ChecksumRuns - 1)), rows);
            checksum.Add(some.AllFeatures);
            checksum.Add(some.AllTargets);
            checksum.Add(some.SampleWeights);
        }

        return checksum.ToString();
    }
}
