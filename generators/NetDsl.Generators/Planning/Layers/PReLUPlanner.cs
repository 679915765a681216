using NetDsl.Generators.Planning.Steps;
using NetDsl.Generators.Shapes;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning.Layers;

/// <summary>A ReLU with trained slopes, in vectors along what lies unbroken in memory.</summary>
internal sealed class PReLUPlanner : LayerPlanner
{
    private const string Alpha = "alpha";

    public override void Forward(LayerNode node, PlanBuilder builder)
    {
        TensorView input = builder.ReadInputOf(node).Values;
        TensorView output = builder.AddOutput(node).Values;
        TensorView alpha = Slopes((PReLUNode)node, builder.ParameterOperand(node, Alpha));
        builder.AddForward(node, new PReLUStep($"{node.Name}_Forward", $"PReLU of {node.OutputShape}", input, alpha, output));
        builder.Describe(node, "elementwise");
    }

    public override void Backward(LayerNode node, PlanBuilder builder)
    {
        Tensor input = builder.InputOf(node);
        TensorView delta = builder.TensorOf(node).Delta!;
        DeltaTarget target = PlanBuilder.Contribute(input, DerivativeSupport.None);
        builder.AddBackward(node, new PReLUGradientStep(
            $"{node.Name}_Backward",
            $"derivative of PReLU of {node.OutputShape}",
            delta,
            input.Values,
            Slopes((PReLUNode)node, builder.ParameterOperand(node, Alpha)),
            target.View,
            target.Epilogue.Accumulate)
        {
            ForInputGradient = target.ForInputGradient,
        });
        builder.AddGradient(node, new PReLUSlopeStep(
            $"{node.Name}_AlphaGradient",
            $"sum over samples of the gradient of {builder.Parameter(node, Alpha).Node.Shape}",
            delta,
            input.Values,
            Slopes((PReLUNode)node, builder.GradientOperand(node, Alpha)),
            builder.Parameter(node, Alpha).Length));
    }

    /// <summary>The slopes, which lie one after the other, as a tensor of the values' shape.</summary>
    private static TensorView Slopes(PReLUNode node, Operand slopes)
    {
        int stride = 1;
        Dimension[] dimensions = new Dimension[node.InputShape.Rank];
        for (int axis = dimensions.Length - 1; axis >= 0; axis--)
        {
            bool isShared = node.SharesAxis[axis];
            dimensions[axis] = new(node.InputShape[axis], isShared ? 0 : stride);
            stride *= isShared ? 1 : node.InputShape[axis];
        }

        return new(slopes, new(dimensions.Select(d => new EquatableArray<Dimension>([d]))), stride, PaddedLast: 0);
    }
}
