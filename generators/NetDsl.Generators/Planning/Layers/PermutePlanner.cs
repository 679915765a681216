using NetDsl.Generators.Planning.Steps;
using NetDsl.Generators.Shapes;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning.Layers;

/// <summary>Permute: the same memory in other steps; where another axis comes last, transposed blocks.</summary>
internal sealed class PermutePlanner : RearrangementPlanner
{
    public override void Backward(LayerNode node, PlanBuilder builder)
    {
        Tensor input = builder.InputOf(node);
        TensorView delta = builder.TensorOf(node).Delta!;
        if (!KeepsLast(node) || !IsRegular(input.Delta!, builder.Element) || !IsRegular(input.Values, builder.Element))
        {
            DeltaTarget spread = PlanBuilder.Contribute(input, DerivativeSupport.None);
            AddCopy(node, builder, delta, spread with { View = Permuted(node, spread.View) }, isBackward: true);
            return;
        }

        DeltaTarget target = PlanBuilder.Contribute(input, DerivativeSupport.AnyLayout);
        IEnumerable<Loop> places = Loop.Over(a: delta.Leading, b: Permuted(node, target.View).Leading, y: Permuted(node, target.Values).Leading);
        builder.AddBackward(node, new PoolingStep(
            $"{node.Name}_Backward",
            $"gradient of {node.OutputShape} -> {node.InputShape}",
            Pooling.Sum,
            WindowNest.Single(places),
            delta.Base,
            target.View.Base,
            new(node.OutputShape.Last, delta.PaddedLast))
        {
            Y = target.Y,
            Epilogue = target.Epilogue,
            ForInputGradient = target.ForInputGradient,
        });
    }

    protected override TensorView? ViewOf(LayerNode node, TensorView input, ElementType element) => Permuted(node, input);

    protected override void Copy(LayerNode node, PlanBuilder builder, TensorView input, TensorView output)
    {
        if (!KeepsLast(node) || !IsRegular(input, builder.Element))
        {
            AddCopy(node, builder, Permuted(node, input), To(output), isBackward: false);
            return;
        }

        builder.AddForward(node, new PoolingStep(
            $"{node.Name}_Forward",
            $"{node.InputShape} -> {node.OutputShape}",
            Pooling.Sum,
            WindowNest.Single(Loop.Over(a: Permuted(node, input).Leading, b: output.Leading)),
            input.Base,
            output.Base,
            new(node.OutputShape.Last, output.PaddedLast)));
    }

    private static TensorView Permuted(LayerNode node, TensorView input) => input with
    {
        Axes = new(((PermuteNode)node).Order.Select(axis => input.Axes[axis])),
        PaddedLast = KeepsLast(node) ? input.PaddedLast : node.OutputShape.Last,
    };

    private static bool KeepsLast(LayerNode node)
    {
        EquatableArray<int> order = ((PermuteNode)node).Order;
        return order[order.Count - 1] == order.Count - 1;
    }
}
