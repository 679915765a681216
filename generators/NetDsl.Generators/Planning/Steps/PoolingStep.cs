using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning.Steps;

/// <summary>Makes one value of those of each window, channel by channel; with windows of one value it moves values to other places.</summary>
/// <param name="Kind">How.</param>
/// <param name="Windows">The windows: A moves in the source, B in the destination, Y in <see cref="Y"/>.</param>
/// <param name="Source">What is pooled.</param>
/// <param name="Destination">What comes of it.</param>
/// <param name="Channels">The channels.</param>
internal sealed record PoolingStep(
    string Name, string Comment, Pooling Kind, WindowNest Windows, Operand Source, Operand Destination, Columns Channels) : Step(Name, Comment)
{
    /// <summary>The activations whose derivative the result is multiplied by; null for none.</summary>
    public Operand? Y { get; init; }

    /// <summary>What is done with the result before it is stored.</summary>
    public Epilogue Epilogue { get; init; } = new();

    /// <summary>What is set to zero first; null for nothing.</summary>
    public TensorView? Cleared { get; init; }

    public override IEnumerable<Operand> Operands => this.Y is null ? [this.Source, this.Destination] : [this.Source, this.Destination, this.Y];
}
