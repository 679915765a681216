namespace NetDsl.Data;

/// <summary>The numbers of some rows that follow each other, or room for them.</summary>
/// <param name="features">[rows, feature shape].</param>
/// <param name="targets">[rows, target shape]; empty where there are none.</param>
/// <param name="sampleWeights">[rows]; empty where there are none.</param>
public readonly ref struct RowValues(Span<float> features, Span<float> targets, Span<float> sampleWeights)
{
    /// <summary>[rows, feature shape].</summary>
    public Span<float> Features { get; } = features;

    /// <summary>[rows, target shape]; empty where there are none.</summary>
    public Span<float> Targets { get; } = targets;

    /// <summary>[rows]; empty where there are none.</summary>
    public Span<float> SampleWeights { get; } = sampleWeights;

    /// <summary>Those of some of the rows.</summary>
    /// <param name="first">The first of them, counted from the first here.</param>
    /// <param name="count">How many.</param>
    /// <param name="layout">What a row is made of.</param>
    public RowValues Slice(int first, int count, RowLayout layout) => new(
        Part(this.Features, first, count, layout.FeatureSize),
        Part(this.Targets, first, count, layout.TargetSize),
        Part(this.SampleWeights, first, count, 1));

    private static Span<float> Part(Span<float> values, int first, int count, int size) =>
        values.IsEmpty ? values : values.Slice(first * size, count * size);
}
