using NetDsl.Generators.Planning.Steps;
using NetDsl.Generators.Shapes;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning.Layers;

/// <summary>Cropping: the same memory from a later place on; a copy where readers want zeros around it.</summary>
internal sealed class CroppingPlanner : RearrangementPlanner
{
    public override void Backward(LayerNode node, PlanBuilder builder)
    {
        Tensor input = builder.InputOf(node);
        TensorView delta = builder.TensorOf(node).Delta!;
        DeltaTarget target = PlanBuilder.Contribute(input, DerivativeSupport.AnyLayout);
        TensorView cropped = Cropped(node, target.View);
        TensorView values = Cropped(node, target.Values);
        builder.AddBackward(node, new PoolingStep(
            $"{node.Name}_Backward",
            $"gradient of {node.OutputShape} -> the middle of {node.InputShape}",
            Pooling.Sum,
            WindowNest.Single(Loop.Over(a: delta.Leading, b: cropped.Leading, y: values.Leading)),
            delta.Base,
            cropped.Base,
            new(node.OutputShape.Last, delta.PaddedLast))
        {
            Y = target.Y is null ? null : values.Base,
            Epilogue = target.Epilogue,
            ForInputGradient = target.ForInputGradient,

            // The edges have no gradient: nothing writes there unless there are other readers.
            Cleared = input.Readers > 1 && !target.Epilogue.Accumulate ? target.View : null,
        });
    }

    protected override TensorView? ViewOf(LayerNode node, TensorView input, ElementType element) => Cropped(node, input);

    protected override void Copy(LayerNode node, PlanBuilder builder, TensorView input, TensorView output)
    {
        TensorView cropped = Cropped(node, input);
        builder.AddForward(node, new PoolingStep(
            $"{node.Name}_Forward",
            $"the middle of {node.InputShape} -> {node.OutputShape}",
            Pooling.Sum,
            WindowNest.Single(Loop.Over(a: cropped.Leading, b: output.Leading)),
            cropped.Base,
            output.Base,
            new(node.OutputShape.Last, output.PaddedLast)));
    }

    private static TensorView Cropped(LayerNode node, TensorView view)
    {
        EquatableArray<Edges> edges = ((CroppingNode)node).Edges;
        int before = edges.Zip(view.Strides(edges.Count), (edge, stride) => edge.Before * stride).Sum();
        return view with
        {
            Base = view.Base with { Offset = view.Base.Offset + before },
            Axes = new(view.Axes.Select((axis, i) => new EquatableArray<Dimension>([axis[0] with { Extent = node.OutputShape[i] }]))),
        };
    }
}
