using NetDsl.Generators.Planning.Steps;
using NetDsl.Generators.Shapes;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning.Layers;

/// <summary>Max-pooling, in vectors along the channels.</summary>
internal sealed class MaxPoolingPlanner : LayerPlanner
{
    public override InputNeeds Needs(LayerNode node, ElementType element) => new(default, Vectors: true);

    public override bool ReplacesItsInput(LayerNode node) => ((MaxPoolingNode)node).Windows.All(window =>
        window.Size == window.Stride && window.PadBefore == 0 && window.PadAfter == 0 && window.Output * window.Stride == window.Input);

    public override void Forward(LayerNode node, PlanBuilder builder)
    {
        MaxPoolingNode pooling = (MaxPoolingNode)node;
        TensorView input = builder.ReadInputOf(node).Values;
        TensorView output = builder.AddOutput(node).Values;
        builder.AddForward(node, new PoolingStep(
            $"{node.Name}_Forward",
            $"{Describe(pooling)}: {node.InputShape} -> {node.OutputShape}",
            Pooling.Maximum,
            WindowNest.Of(pooling.Windows, input, output),
            input.Base,
            output.Base,
            new(node.OutputShape.Last, output.PaddedLast)));
        builder.Describe(node, "vectors along the channels");
    }

    public override void Backward(LayerNode node, PlanBuilder builder)
    {
        MaxPoolingNode pooling = (MaxPoolingNode)node;
        Tensor input = builder.InputOf(node);
        TensorView output = builder.TensorOf(node).Values;
        TensorView delta = builder.TensorOf(node).Delta!;
        WindowNest windows = WindowNest.Of(pooling.Windows, input.Values, output, input.Delta, delta);

        // Windows that overlap add to a value's gradient more than once, so its derivative waits for the last of them.
        DeltaTarget target = PlanBuilder.Contribute(input, windows.Overlap ? DerivativeSupport.None : DerivativeSupport.AnyLayout);
        builder.AddBackward(node, new PoolingGradientStep(
            $"{node.Name}_Backward",
            $"{Describe(pooling)}: gradient of {node.OutputShape} -> {node.InputShape}",
            Pooling.Maximum,
            windows,
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

    private static string Describe(MaxPoolingNode node) =>
        $"largest of {string.Join(" x ", node.Windows.Select(w => w.Size))}, stride {string.Join(" x ", node.Windows.Select(w => w.Stride))}";
}
