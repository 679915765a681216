using NetDsl.Generators.Planning.Steps;
using NetDsl.Generators.Shapes;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning.Layers;

/// <summary>The normalisation of the samples: each value minus a mean, times a factor.</summary>
internal sealed class NormalizationPlanner : LayerPlanner
{
    public override InputNeeds Needs(LayerNode node, ElementType element) => new(default, Vectors: true);

    public override bool ReplacesItsInput(LayerNode node) => true;

    public override void Forward(LayerNode node, PlanBuilder builder)
    {
        TensorView input = builder.ReadInputOf(node).Values;
        TensorView output = builder.AddOutput(node).Values;
        int channels = node.OutputShape.Last;
        Operand coefficients = builder.AddShared(
            $"{node.Name}_coefficients", $"coefficients of {node.Name}: mean and scale", BatchNormalizationPlanner.CoefficientRows, channels);
        builder.AddKernelTransform(node, new DataStatisticsStep(
            $"{node.Name}_Coefficients",
            $"{node.Name} by the statistics of the data",
            channels,
            builder.Element.Padded(channels),
            NormalizationNode.Epsilon,
            builder.ParameterOperand(node, "mean"),
            builder.ParameterOperand(node, "variance"),
            coefficients));
        builder.AddForward(node, new ChannelNormalizationStep(
            $"{node.Name}_Forward",
            $"{node.InputShape} normalised by channel; {PlanBuilder.Number(node.Flops)} FLOPs a sample",
            input,
            output,
            ChannelRun.Of(input, input, builder.Element),
            coefficients,
            IsFused: false));
        builder.Describe(node, "vectors along the channels");
    }

    public override void Backward(LayerNode node, PlanBuilder builder)
    {
        Tensor input = builder.InputOf(node);
        DeltaTarget target = PlanBuilder.Contribute(input, DerivativeSupport.AnyLayout);
        builder.AddBackward(node, new ChannelNormalizationGradientStep(
            $"{node.Name}_Backward",
            $"gradient of {node.OutputShape} -> {node.InputShape}",
            input.Values,
            builder.TensorOf(node).Delta!,
            target,
            ChannelRun.Of(input.Values, target.View, builder.Element),
            new(Memory.Shared, $"{node.Name}_coefficients", 0, 0, BatchNormalizationPlanner.CoefficientRows),
            HasBatchStatistics: false)
        {
            ForInputGradient = target.ForInputGradient,
        });
    }
}
