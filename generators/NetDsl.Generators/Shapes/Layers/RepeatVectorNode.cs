namespace NetDsl.Generators.Shapes.Layers;

/// <summary>The last dimension so many times, as a dimension before it.</summary>
internal sealed record RepeatVectorNode : LayerNode
{
    public override bool KeepsValues => true;
}
