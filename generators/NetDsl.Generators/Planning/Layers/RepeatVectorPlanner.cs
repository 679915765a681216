using NetDsl.Generators.Planning.Steps;
using NetDsl.Generators.Shapes;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning.Layers;

/// <summary>RepeatVector: the same memory, in which the new axis does not move; its gradient is summed over that axis.</summary>
internal sealed class RepeatVectorPlanner : RearrangementPlanner
{
    public override void Backward(LayerNode node, PlanBuilder builder)
    {
        Tensor input = builder.InputOf(node);
        TensorView delta = builder.TensorOf(node).Delta!;
        bool isRegular = IsRegular(input.Delta!, builder.Element) && (input.Activation == "Linear" || IsRegular(input.Values, builder.Element));
        DeltaTarget target = PlanBuilder.Contribute(input, isRegular ? DerivativeSupport.AnyLayout : DerivativeSupport.None);
        TensorView sums = isRegular
            ? target.View
            : builder.AddBuffer($"{node.Name}_sums", $"gradient of {node.Name}, summed", node.InputShape, default);
        Loop repeated = Loop.Over(a: delta.Leading.Skip(delta.Leading.Count() - 1)).Single();
        builder.AddBackward(node, new PoolingStep(
            $"{node.Name}_Sum",
            $"sum of the gradient of {node.OutputShape} -> {node.InputShape}",
            Pooling.Sum,
            new(Loop.Merge(Loop.Over(a: delta.Before(1), b: sums.Leading, y: isRegular ? target.Values.Leading : null)), Loop.Merge([repeated]), EquatableArray<Window>.Empty, false),
            delta.Base,
            sums.Base,
            new(node.OutputShape.Last, delta.PaddedLast))
        {
            Y = isRegular ? target.Y : null,
            Epilogue = isRegular ? target.Epilogue : new(),
            ForInputGradient = target.ForInputGradient,
        });
        if (!isRegular)
        {
            AddCopy(node, builder, sums, target, isBackward: true);
        }
    }

    protected override TensorView? ViewOf(LayerNode node, TensorView input, ElementType element) => input with
    {
        Axes = new([.. input.Axes.Take(input.Axes.Count - 1), new EquatableArray<Dimension>([new Dimension(node.OutputShape[node.OutputShape.Rank - 2], 0)]), input.Last]),
    };

    protected override void Copy(LayerNode node, PlanBuilder builder, TensorView input, TensorView output) =>
        AddCopy(node, builder, this.ViewOf(node, input, builder.Element)!, To(output), isBackward: false);
}
