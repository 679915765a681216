using NetDsl.Generators.Planning.Steps;
using NetDsl.Generators.Shapes;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning.Layers;

/// <summary>An embedding: rows copied out of a table, and their gradients added to it.</summary>
internal sealed class EmbeddingPlanner : LayerPlanner
{
    public override void Forward(LayerNode node, PlanBuilder builder)
    {
        TensorView input = builder.InputOf(node).Values;
        TensorView output = builder.AddOutput(node).Values;
        builder.AddForward(node, new EmbeddingStep(
            $"{node.Name}_Forward",
            $"rows of ({((EmbeddingNode)node).Numbers}, {node.OutputShape.Last}) by the numbers of {node.InputShape} -> {node.OutputShape}",
            ((EmbeddingNode)node).Numbers,
            output.PaddedLast,
            builder.ParameterOperand(node, "embeddings"),
            input.Base,
            output.Base,
            Places(input, output)));
        builder.Describe(node, "rows copied");
    }

    // The numbers have no gradient, so none is added to what gave them: where it is asked for, it is what it was made with, zero.
    public override void Backward(LayerNode node, PlanBuilder builder)
    {
        TensorView input = builder.InputOf(node).Values;
        TensorView delta = builder.TensorOf(node).Delta!;
        builder.AddGradient(node, new EmbeddingGradientStep(
            $"{node.Name}_Gradient",
            $"sum over samples and places of the gradient of {node.OutputShape} by row",
            ((EmbeddingNode)node).Numbers,
            delta.PaddedLast,
            input.Base,
            delta.Base,
            builder.GradientOperand(node, "embeddings"),
            Places(input, delta)));
    }

    private static EquatableArray<Loop> Places(TensorView numbers, TensorView rows)
    {
        List<Loop> loops = [];
        int passed = 1;
        for (int axis = numbers.Axes.Count - 1; axis >= 0; axis--)
        {
            // An axis of the input may be several dimensions in memory, seen as one.
            int stride = rows.Axes[axis][0].Stride;
            foreach (Dimension dimension in numbers.Axes[axis].Reverse())
            {
                loops.Insert(0, new("place", dimension.Extent, A: dimension.Stride, B: passed, C: stride));
                stride *= dimension.Extent;
                passed *= dimension.Extent;
            }
        }

        return Loop.Merge(loops);
    }
}
