using NetDsl.Generators.Planning.Steps;
using NetDsl.Generators.Shapes;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning.Layers;

/// <summary>The mean over all places of a dimension or several, in vectors along the channels.</summary>
internal sealed class GlobalAveragePoolingPlanner : LayerPlanner
{
    public override InputNeeds Needs(LayerNode node, ElementType element) => new(default, Vectors: true);

    public override bool ReplacesItsInput(LayerNode node) => true;

    public override void Forward(LayerNode node, PlanBuilder builder)
    {
        TensorView input = builder.ReadInputOf(node).Values;
        TensorView output = builder.AddOutput(node).Values;
        builder.AddForward(node, new PoolingStep(
            $"{node.Name}_Forward",
            $"mean: {node.InputShape} -> {node.OutputShape}",
            Pooling.Mean,
            WindowNest.Whole(((GlobalAveragePoolingNode)node).Axes, input, output),
            input.Base,
            output.Base,
            new(node.OutputShape.Last, output.PaddedLast)));
        builder.Describe(node, "vectors along the channels");
    }

    public override void Backward(LayerNode node, PlanBuilder builder)
    {
        Tensor input = builder.InputOf(node);
        TensorView output = builder.TensorOf(node).Values;
        TensorView delta = builder.TensorOf(node).Delta!;
        DeltaTarget target = PlanBuilder.Contribute(input, DerivativeSupport.AnyLayout);
        builder.AddBackward(node, new PoolingGradientStep(
            $"{node.Name}_Backward",
            $"mean: gradient of {node.OutputShape} -> {node.InputShape}",
            Pooling.Mean,
            WindowNest.Whole(((GlobalAveragePoolingNode)node).Axes, input.Values, output, input.Delta, delta),
            input.Values.Base,
            output.Base,
            delta.Base,
            target.View,
            new(node.OutputShape.Last, output.PaddedLast),
            target.Epilogue)
        {
            ForInputGradient = target.ForInputGradient,
        });
    }
}
