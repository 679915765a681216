using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning.Steps;

/// <summary>Hands the gradient of what pooling gave to the values of each window.</summary>
/// <param name="Kind">What pooling did.</param>
/// <param name="Windows">The windows: A moves in the source, B in what was pooled, C in the source's gradient, Y in that of what was pooled.</param>
/// <param name="Source">What was pooled.</param>
/// <param name="Pooled">What came of it.</param>
/// <param name="PooledDelta">Its gradient.</param>
/// <param name="SourceDelta">The gradient of what was pooled.</param>
/// <param name="Channels">The channels.</param>
/// <param name="Epilogue">What is done with the gradient before it is stored.</param>
internal sealed record PoolingGradientStep(
    string Name,
    string Comment,
    Pooling Kind,
    WindowNest Windows,
    Operand Source,
    Operand Pooled,
    Operand PooledDelta,
    TensorView SourceDelta,
    Columns Channels,
    Epilogue Epilogue) : Step(Name, Comment)
{
    /// <summary>
    /// Whether the gradient is set to zero first: where windows overlap, so that each adds its part, or where they leave values out to which other
    /// steps add theirs.
    /// </summary>
    public bool Clears { get; init; }

    public override IEnumerable<Operand> Operands => [this.Source, this.Pooled, this.PooledDelta, this.SourceDelta.Base];
}
