using System.Buffers;

namespace NetDsl.Data;

/// <summary>The fitted steps one after the other, for rows of one layout. It may be used by several threads at once, and allocates nothing that lasts.</summary>
internal sealed class RowPipeline
{
    /// <summary>Rows go through the steps together as far as their values stay in a core's cache.</summary>
    private const int ChunkValues = 1 << 14;

    private readonly Stage[] featureStages;
    private readonly Stage[] targetStages;
    private readonly int widest;

    /// <param name="source">What rows are made of before the first step.</param>
    /// <param name="steps">The steps.</param>
    public RowPipeline(RowLayout source, IEnumerable<FittedStep> steps)
    {
        List<Stage> features = [];
        List<Stage> targets = [];
        RowLayout layout = source;
        foreach (FittedStep fitted in steps)
        {
            FittedStep step = fitted.For(layout);
            RowLayout after = step.LayoutAfter(layout);
            if (step.ChangesFeatures)
            {
                features.Add(new Stage(step, layout.FeatureSize, after.FeatureSize));
            }

            if (step.ChangesTargets && source.TargetSize > 0)
            {
                targets.Add(new Stage(step, layout.TargetSize, after.TargetSize));
            }

            layout = step.ChangesTargets && source.TargetSize == 0 ? layout : after;
        }

        this.Source = source;
        this.Layout = layout;
        this.FeaturesBefore = source.FeatureSize;
        this.FeaturesAfter = layout.FeatureSize;
        this.featureStages = [.. features];
        this.targetStages = [.. targets];
        this.widest = features.Concat(targets).Select(stage => Math.Max(stage.Before, stage.After)).DefaultIfEmpty(1).Max();
    }

    /// <summary>What rows are made of before.</summary>
    public RowLayout Source { get; }

    /// <summary>What they are made of afterwards.</summary>
    public RowLayout Layout { get; }

    /// <summary>The features of a row before.</summary>
    public int FeaturesBefore { get; }

    /// <summary>The features of a row afterwards.</summary>
    public int FeaturesAfter { get; }

    /// <summary>Whether rows can be prepared where they lie.</summary>
    public bool WorksInPlace => Array.TrueForAll(this.featureStages, IsInPlace) && Array.TrueForAll(this.targetStages, IsInPlace);

    /// <summary>Prepares the features of some rows.</summary>
    /// <param name="count">How many.</param>
    /// <param name="features">[rows, features before].</param>
    /// <param name="prepared">[rows, features afterwards]; the same memory where that <see cref="WorksInPlace"/>, or none of it.</param>
    /// <param name="origin">Where the rows come from.</param>
    /// <exception cref="DataFormatException">A value cannot be prepared.</exception>
    public void PrepareFeatures(int count, ReadOnlySpan<float> features, Span<float> prepared, RowOrigin origin) =>
        this.Run(this.featureStages, count, features, prepared, this.FeaturesBefore, this.FeaturesAfter, origin, areTargets: false);

    /// <summary>Prepares the targets of some rows, as <see cref="PrepareFeatures"/> does the features.</summary>
    /// <exception cref="DataFormatException">A value cannot be prepared.</exception>
    public void PrepareTargets(int count, ReadOnlySpan<float> targets, Span<float> prepared, RowOrigin origin) =>
        this.Run(this.targetStages, count, targets, prepared, this.Source.TargetSize, this.Layout.TargetSize, origin, areTargets: true);

    private static bool IsInPlace(Stage stage) => stage.Step.WorksInPlace;

    private void Run(
        Stage[] stages, int count, ReadOnlySpan<float> from, Span<float> to, int before, int after, RowOrigin origin, bool areTargets)
    {
        if (stages.Length == 0)
        {
            from.CopyTo(to);
            return;
        }

        // From the last step that cannot work in place on, all is written where it belongs.
        int last = Array.FindLastIndex(stages, stage => !IsInPlace(stage));
        int most = Math.Max(1, Math.Min(count, ChunkValues / this.widest));
        float[] room = last > 0 ? ArrayPool<float>.Shared.Rent(2 * most * this.widest) : [];
        try
        {
            Span<float> one = room.AsSpan(0, room.Length / 2);
            Span<float> other = room.AsSpan(room.Length / 2);
            for (int first = 0; first < count; first += most)
            {
                int rows = Math.Min(most, count - first);
                ReadOnlySpan<float> values = from.Slice(first * before, rows * before);
                Span<float> result = to.Slice(first * after, rows * after);
                RowOrigin begin = origin with { First = origin.First + first };
                for (int i = 0; i < stages.Length; i++)
                {
                    Span<float> prepared = (i >= last ? result : i % 2 == 0 ? one : other)[..(rows * stages[i].After)];
                    stages[i].Prepare(rows, values, prepared, begin, areTargets);
                    values = prepared;
                }
            }
        }
        finally
        {
            if (room.Length > 0)
            {
                ArrayPool<float>.Shared.Return(room);
            }
        }
    }

    private readonly record struct Stage(FittedStep Step, int Before, int After)
    {
        public void Prepare(int rows, ReadOnlySpan<float> values, Span<float> prepared, RowOrigin origin, bool areTargets)
        {
            if (areTargets)
            {
                this.Step.PrepareTargets(rows, values, prepared, origin);
            }
            else
            {
                this.Step.PrepareFeatures(rows, values, prepared, origin);
            }
        }
    }
}
