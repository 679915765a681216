using NetDsl.Generators.Planning.Steps;
using NetDsl.Generators.Shapes;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning.Layers;

/// <summary>Layers one after the other along an axis: each is copied to its part of the output, and its part of the gradient back.</summary>
internal sealed class ConcatenatePlanner : LayerPlanner
{
    public override InputNeeds Needs(LayerNode node, ElementType element) => new(default, Vectors: true);

    public override void Forward(LayerNode node, PlanBuilder builder)
    {
        TensorView output = builder.AddOutput(node).Values;
        for (int i = 0; i < node.Inputs.Count; i++)
        {
            builder.AddForward(node, new JoinStep(
                FormattableString.Invariant($"{node.Name}_Forward{i}"),
                $"{node.InputShapes[i]} of {builder.Graph.Nodes[node.Inputs[i]].Name} into {node.OutputShape}",
                JoinKind.Add,
                new([builder.ReadInputOf(node, i).Values]),
                Part(node, output, i)));
        }

        builder.Describe(node, "copied in vectors");
    }

    public override void Backward(LayerNode node, PlanBuilder builder)
    {
        Tensor output = builder.TensorOf(node);
        for (int i = 0; i < node.Inputs.Count; i++)
        {
            Tensor input = builder.InputOf(node, i);
            DeltaTarget target = PlanBuilder.Contribute(input, DerivativeSupport.AnyLayout);
            builder.AddBackward(node, new JoinGradientStep(
                FormattableString.Invariant($"{node.Name}_Backward{i}"),
                $"gradient of {node.OutputShape} to {builder.Graph.Nodes[node.Inputs[i]].Name}",
                JoinKind.Add,
                0,
                new([input.Values]),
                Part(node, output.Values, i),
                Part(node, output.Delta!, i),
                target.View,
                target.Epilogue)
            {
                ForInputGradient = target.ForInputGradient,
            });
        }
    }

    /// <summary>The part of a tensor that one input has: of the last axis, without any padding.</summary>
    private static TensorView Part(LayerNode node, TensorView whole, int input)
    {
        int axis = ((ConcatenateNode)node).Axis;
        int first = node.InputShapes.Take(input).Sum(shape => shape[axis]);
        int extent = node.InputShapes[input][axis];
        Dimension along = whole.Axes[axis][0];
        return whole with
        {
            Base = whole.Base with { Offset = whole.Base.Offset + (first * along.Stride) },
            Axes = new(whole.Axes.Select((dimensions, i) => i == axis ? new([new Dimension(extent, along.Stride)]) : dimensions)),
            PaddedLast = axis == whole.Axes.Count - 1 ? extent : whole.PaddedLast,
        };
    }
}
