namespace NetDsl.Generators.Planning.Steps;

/// <summary>Makes one value of those of each window, channel by channel.</summary>
/// <param name="Kind">How.</param>
/// <param name="Windows">The windows: A moves in the source, B in the destination.</param>
/// <param name="Source">What is pooled.</param>
/// <param name="Destination">What comes of it.</param>
/// <param name="Channels">The channels.</param>
internal sealed record PoolingStep(
    string Name, string Comment, Pooling Kind, WindowNest Windows, Operand Source, Operand Destination, Columns Channels) : Step(Name, Comment)
{
    public override IEnumerable<Operand> Operands => [this.Source, this.Destination];
}
