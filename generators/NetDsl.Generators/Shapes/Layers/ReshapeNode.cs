namespace NetDsl.Generators.Shapes.Layers;

/// <summary>The same values in another shape of more than one dimension.</summary>
internal sealed record ReshapeNode : LayerNode
{
    public override bool KeepsValues => true;
}
