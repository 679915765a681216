using NetDsl.Generators.Planning.Steps;
using NetDsl.Generators.Shapes;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning.Layers;

/// <summary>Max-pooling, in vectors along the channels.</summary>
internal sealed class MaxPooling2DPlanner : LayerPlanner
{
    public override InputNeeds Needs(LayerNode node) => new(default, Vectors: true);

    public override void Forward(LayerNode node, PlanBuilder builder)
    {
        MaxPooling2DNode pooling = (MaxPooling2DNode)node;
        Tensor input = builder.ReadInputOf(node);
        Tensor output = builder.AddOutput(node);
        string comment = $"{Describe(pooling)}: {node.InputShape} -> {node.OutputShape}";
        builder.AddForward(node, new MaxPoolingStep(
            $"{node.Name}_Forward", comment, pooling.Vertical, pooling.Horizontal, input.Values, output.Values));
        builder.Describe(node, "vectors along the channels");
    }

    public override void Backward(LayerNode node, PlanBuilder builder)
    {
        MaxPooling2DNode pooling = (MaxPooling2DNode)node;
        Tensor input = builder.InputOf(node);
        Tensor output = builder.TensorOf(node);

        // Windows that overlap add to a value's gradient more than once, so its derivative waits for the last of them.
        bool overlap = pooling.Vertical.Size > pooling.Vertical.Stride || pooling.Horizontal.Size > pooling.Horizontal.Stride;
        DeltaTarget target = PlanBuilder.Contribute(input, overlap ? DerivativeSupport.None : DerivativeSupport.AnyLayout);
        builder.AddBackward(node, new MaxPoolingGradientStep(
            $"{node.Name}_Backward",
            $"{Describe(pooling)}: gradient of {node.OutputShape} -> {node.InputShape}",
            pooling.Vertical,
            pooling.Horizontal,
            input.Values,
            output.Values,
            output.Delta!,
            target.View,
            target.Epilogue)
        {
            ForInputGradient = target.ForInputGradient,
        });
    }

    private static string Describe(MaxPooling2DNode node) =>
        $"largest of {node.Vertical.Size} x {node.Horizontal.Size}, stride {node.Vertical.Stride} x {node.Horizontal.Stride}";
}
