using NetDsl.Generators.Planning.Steps;
using NetDsl.Generators.Shapes;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning.Layers;

/// <summary>Pooling over windows, in vectors along the channels.</summary>
internal sealed class PoolingPlanner : LayerPlanner
{
    public override InputNeeds Needs(LayerNode node, ElementType element) => new(default, Vectors: true);

    // Only what was chosen among the values has to be found again.
    public override bool ReadsItsOutput(LayerNode node) => ((PoolingNode)node).Pooling != Pooling.Mean;

    public override bool ReplacesItsInput(LayerNode node) => ((PoolingNode)node).Windows.All(window =>
        window.Size == window.Stride && window.PadBefore == 0 && window.PadAfter == 0 && window.Output * window.Stride == window.Input);

    public override void Forward(LayerNode node, PlanBuilder builder)
    {
        PoolingNode pooling = (PoolingNode)node;
        TensorView input = builder.ReadInputOf(node).Values;
        TensorView output = builder.AddOutput(node).Values;
        builder.AddForward(node, new PoolingStep(
            $"{node.Name}_Forward",
            $"{Describe(pooling)}: {node.InputShape} -> {node.OutputShape}",
            pooling.Pooling,
            WindowNest.Of(pooling.Windows, input, output),
            input.Base,
            output.Base,
            new(node.OutputShape.Last, output.PaddedLast)));
        builder.Describe(node, "vectors along the channels");
    }

    public override void Backward(LayerNode node, PlanBuilder builder)
    {
        PoolingNode pooling = (PoolingNode)node;
        Tensor input = builder.InputOf(node);
        TensorView output = builder.TensorOf(node).Values;
        TensorView delta = builder.TensorOf(node).Delta!;
        WindowNest windows = WindowNest.Of(pooling.Windows, input.Values, output, input.Delta, delta);

        // Windows that overlap add to a value's gradient more than once, so its derivative waits for the last of them.
        DeltaTarget target = PlanBuilder.Contribute(input, windows.Overlap ? DerivativeSupport.None : DerivativeSupport.AnyLayout);
        builder.AddBackward(node, new PoolingGradientStep(
            $"{node.Name}_Backward",
            $"{Describe(pooling)}: gradient of {node.OutputShape} -> {node.InputShape}",
            pooling.Pooling,
            windows,
            input.Values.Base,
            output.Base,
            delta.Base,
            target.View,
            new(node.OutputShape.Last, output.PaddedLast),
            target.Epilogue)
        {
            ForInputGradient = target.ForInputGradient,
            Clears = !target.Epilogue.Accumulate && (windows.Overlap || (input.Readers > 1 && !CoversItsInput(pooling))),
        });
    }

    private static bool CoversItsInput(PoolingNode node) => node.Windows.All(window =>
        window.Size >= window.Stride && ((window.Output - 1) * window.Stride) + window.Size - window.PadBefore >= window.Input);

    private static string Describe(PoolingNode node)
    {
        string what = node.Pooling switch
        {
            Pooling.Maximum => "largest",
            Pooling.Minimum => "smallest",
            _ => "mean",
        };
        return $"{what} of {string.Join(" x ", node.Windows.Select(w => w.Size))}, stride {string.Join(" x ", node.Windows.Select(w => w.Stride))}";
    }
}
