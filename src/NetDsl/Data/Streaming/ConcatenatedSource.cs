namespace NetDsl.Data;

/// <summary>Several sources as one, one after the other.</summary>
internal sealed class ConcatenatedSource : RowSource
{
    private readonly RowSource[] sources;
    private readonly long[] starts;

    /// <param name="sources">At least one, all of the same layout; they are disposed with this one.</param>
    public ConcatenatedSource(IReadOnlyList<RowSource> sources)
        : base(NameOf(sources), sources[0].Layout, sources.Sum(source => source.Count))
    {
        this.sources = [.. sources];
        this.starts = new long[this.sources.Length];
        for (int i = 0; i < this.sources.Length; i++)
        {
            this.starts[i] = i == 0 ? 0 : this.starts[i - 1] + this.sources[i - 1].Count;
            CheckSame(this.sources[0], this.sources[i]);
        }
    }

    public override int BlockRows => this.sources[0].BlockRows;

    protected internal override void ReadRows(long first, int count, RowValues destination)
    {
        int done = 0;
        while (done < count)
        {
            (RowSource source, long begin, int rows) = this.Find(first + done, count - done);
            source.Read(begin, rows, destination.Slice(done, rows, this.Layout));
            done += rows;
        }
    }

    protected internal override RowKeys ReadKeys(long first, int count)
    {
        List<RowKeys> parts = [];
        int done = 0;
        while (done < count)
        {
            (RowSource source, long begin, int rows) = this.Find(first + done, count - done);
            parts.Add(source.ReadKeys(begin, rows));
            done += rows;
        }

        return RowKeys.Concatenate(parts);
    }

    protected override void Dispose(bool disposing)
    {
        foreach (RowSource source in this.sources)
        {
            source.Dispose();
        }

        base.Dispose(disposing);
    }

    private static string NameOf(IReadOnlyList<RowSource> sources) => sources.Count == 0
        ? throw new ArgumentException("There is no source to be read.", nameof(sources))
        : string.Join(", ", sources.Select(source => source.Name).Distinct());

    private static void CheckSame(RowSource one, RowSource other)
    {
        RowLayout a = one.Layout;
        RowLayout b = other.Layout;
        string? difference =
            !a.FeatureShape.SequenceEqual(b.FeatureShape) ? Shapes("features", a.FeatureShape, b.FeatureShape) :
            !a.TargetShape.SequenceEqual(b.TargetShape) ? Shapes("targets", a.TargetShape, b.TargetShape) :
            a.HasSampleWeights != b.HasSampleWeights ? "one has weights and the other has none" :
            !Same(a.FeatureNames, b.FeatureNames) ? "their features have other names" :
            !Same(a.TargetNames, b.TargetNames) ? "their targets have other names" :
            !Equals(a.Preparation, b.Preparation) ? "they are not prepared alike" :
            !Same(a.Classes, b.Classes) ? $"their classes are {Names(a.Classes)} and {Names(b.Classes)}" :
            null;
        if (difference is not null)
        {
            throw new ArgumentException($"{one.Name} and {other.Name} cannot be read as one: {difference}.");
        }
    }

    private static string Shapes(string what, IReadOnlyList<int> a, IReadOnlyList<int> b) =>
        $"their {what} have the shapes ({string.Join(", ", a)}) and ({string.Join(", ", b)})";

    private static string Names(IReadOnlyList<string>? names) => names is null ? "none" : string.Join(", ", names);

    private static bool Same(IReadOnlyList<string>? a, IReadOnlyList<string>? b) => a is null ? b is null : b is not null && a.SequenceEqual(b);

    private (RowSource Source, long First, int Count) Find(long row, int wanted)
    {
        int found = Array.BinarySearch(this.starts, row);
        int place = found >= 0 ? found : ~found - 1;
        long within = row - this.starts[place];
        return (this.sources[place], within, (int)Math.Min(wanted, this.sources[place].Count - within));
    }
}
