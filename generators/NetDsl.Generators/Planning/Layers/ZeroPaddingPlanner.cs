using NetDsl.Generators.Planning.Steps;
using NetDsl.Generators.Shapes;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning.Layers;

/// <summary>
/// Zero padding asks for zeros around its input, with whatever its own readers want around them, and moves nothing: its output begins where
/// the zeros do. They are written once, with the memory.
/// </summary>
internal sealed class ZeroPaddingPlanner : LayerPlanner
{
    public override InputNeeds Needs(LayerNode node, PlanBuilder builder)
    {
        InputNeeds needs = builder.NeedsOf(node);
        return needs with { Halo = needs.Halo.Plus(new(((ZeroPaddingNode)node).Edges.Select(edge => new Margin(edge.Before, edge.After)))) };
    }

    public override void Forward(LayerNode node, PlanBuilder builder)
    {
        Tensor input = builder.ReadInputOf(node);
        TensorView values = input.Values;
        EquatableArray<Edges> edges = ((ZeroPaddingNode)node).Edges;
        int before = edges.Zip(values.Strides(edges.Count), (edge, stride) => edge.Before * stride).Sum();
        int first = values.Axes.Count - 1 - edges.Count;
        TensorView padded = values with
        {
            Base = values.Base with { Offset = values.Base.Offset - before },
            Axes = new(values.Axes.Select((axis, i) => i < first || i - first >= edges.Count
                ? axis
                : new EquatableArray<Dimension>([axis[0] with { Extent = axis[0].Extent + edges[i - first].Sum }]))),
        };
        builder.SetTensor(node, new(padded, "Linear", input.IsInput));
        builder.Describe(node, "a view with the zeros around it, moves nothing");
    }

    public override void Backward(LayerNode node, PlanBuilder builder)
    {
        TensorView delta = builder.TensorOf(node).Delta!;
        DeltaTarget target = PlanBuilder.Contribute(builder.InputOf(node), DerivativeSupport.AnyLayout);
        EquatableArray<Edges> edges = ((ZeroPaddingNode)node).Edges;
        int before = edges.Zip(delta.Strides(edges.Count), (edge, stride) => edge.Before * stride).Sum();
        IEnumerable<Loop> places = Loop.Over(b: target.View.Leading, y: target.Values.Leading)
            .Zip(delta.Leading, (loop, dimension) => loop with { A = dimension.Stride });
        builder.AddBackward(node, new PoolingStep(
            $"{node.Name}_Backward",
            $"gradient of {node.OutputShape} without its edges -> {node.InputShape}",
            Pooling.Sum,
            WindowNest.Single(places),
            delta.Base with { Offset = delta.Base.Offset + before },
            target.View.Base,
            new(node.OutputShape.Last, delta.PaddedLast))
        {
            Y = target.Y,
            Epilogue = target.Epilogue,
            ForInputGradient = target.ForInputGradient,
        });
    }
}
