using NetDsl.Generators.Shapes;

namespace NetDsl.Generators.Planning.Layers;

/// <summary>Flatten moves nothing: the layers after it read the same memory.</summary>
internal sealed class FlattenPlanner : LayerPlanner
{
    public override bool IsView => true;

    public override void Forward(LayerNode node, PlanBuilder builder)
    {
        builder.SetTensor(node, builder.InputOf(node).Flattened());
        builder.Describe(node, "a view, moves nothing");
    }

    public override void Backward(LayerNode node, PlanBuilder builder)
    {
    }
}
