using NetDsl.Generators.Shapes;

namespace NetDsl.Generators.Planning.Layers;

/// <summary>Reshape: the same memory in other steps, unless rows are padded or have zeros around them; then a copy.</summary>
internal sealed class ReshapePlanner : RearrangementPlanner
{
    public override void Backward(LayerNode node, PlanBuilder builder) => AddCopy(
        node, builder, builder.TensorOf(node).Delta!, PlanBuilder.Contribute(builder.InputOf(node), DerivativeSupport.None), isBackward: true);

    protected override TensorView? ViewOf(LayerNode node, TensorView input, ElementType element)
    {
        // In as few dimensions as the memory allows; each axis of the new shape must be a part of one of them.
        Stack<Loop> dimensions = new(Loop.Merge(input.Dimensions.Select(d => new Loop("", d.Extent, A: d.Stride))));
        List<EquatableArray<Dimension>> axes = [];
        int last = 0;
        foreach (int extent in node.OutputShape.Extents.Reverse())
        {
            Loop part = dimensions.Count > 0 ? dimensions.Pop() : new("", 1, A: 1);
            if (part.Extent % extent != 0)
            {
                return null;
            }

            if (axes.Count == 0)
            {
                last = part.Extent == extent && extent == node.InputShape.Last ? input.PaddedLast : extent;
            }

            axes.Insert(0, new([new Dimension(extent, part.A)]));
            if (part.Extent > extent)
            {
                dimensions.Push(part with { Extent = part.Extent / extent, A = part.A * extent });
            }
        }

        return input with { Axes = new(axes), PaddedLast = last };
    }

    protected override void Copy(LayerNode node, PlanBuilder builder, TensorView input, TensorView output) =>
        AddCopy(node, builder, input, To(output), isBackward: false);
}
