using NetDsl.Generators.Planning.Steps;
using NetDsl.Generators.Shapes;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning.Layers;

/// <summary>One value of all places of a dimension or several, in vectors along the channels.</summary>
internal sealed class GlobalPoolingPlanner : LayerPlanner
{
    public override InputNeeds Needs(LayerNode node, ElementType element) => new(default, Vectors: true);

    public override bool ReadsItsOutput(LayerNode node) => ((GlobalPoolingNode)node).Pooling != Pooling.Mean;

    public override bool ReplacesItsInput(LayerNode node) => true;

    public override void Forward(LayerNode node, PlanBuilder builder)
    {
        GlobalPoolingNode pooling = (GlobalPoolingNode)node;
        TensorView input = builder.ReadInputOf(node).Values;
        TensorView output = builder.AddOutput(node).Values;
        builder.AddForward(node, new PoolingStep(
            $"{node.Name}_Forward",
            $"{Describe(pooling)}: {node.InputShape} -> {node.OutputShape}",
            pooling.Pooling,
            WindowNest.Whole(pooling.Axes, pooling.KeepDims, input, output),
            input.Base,
            output.Base,
            new(node.OutputShape.Last, output.PaddedLast)));
        builder.Describe(node, "vectors along the channels");
    }

    public override void Backward(LayerNode node, PlanBuilder builder)
    {
        GlobalPoolingNode pooling = (GlobalPoolingNode)node;
        Tensor input = builder.InputOf(node);
        TensorView output = builder.TensorOf(node).Values;
        TensorView delta = builder.TensorOf(node).Delta!;
        DeltaTarget target = PlanBuilder.Contribute(input, DerivativeSupport.AnyLayout);
        builder.AddBackward(node, new PoolingGradientStep(
            $"{node.Name}_Backward",
            $"{Describe(pooling)}: gradient of {node.OutputShape} -> {node.InputShape}",
            pooling.Pooling,
            WindowNest.Whole(pooling.Axes, pooling.KeepDims, input.Values, output, input.Delta, delta),
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

    private static string Describe(GlobalPoolingNode node) => node.Pooling switch
    {
        Pooling.Maximum => "largest of all",
        Pooling.Minimum => "smallest of all",
        _ => "mean",
    };
}
