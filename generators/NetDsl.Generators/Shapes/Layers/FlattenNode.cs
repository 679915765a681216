namespace NetDsl.Generators.Shapes.Layers;

/// <summary>The same values as one vector.</summary>
internal sealed record FlattenNode : LayerNode
{
    public override bool KeepsValues => true;
}
