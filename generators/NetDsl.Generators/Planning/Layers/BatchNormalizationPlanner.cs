using NetDsl.Generators.Planning.Steps;
using NetDsl.Generators.Shapes;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning.Layers;

/// <summary>
/// Batch normalisation: a sum over the whole batch, at which the way of the samples is cut, and then each value times a factor plus a term. With
/// statistics from before there is nothing to sum, and directly after a layer that can scale its sums a prediction has nothing left to do.
/// </summary>
internal sealed class BatchNormalizationPlanner : LayerPlanner
{
    /// <summary>The rows of NetDsl.Kernels.BatchNormalization.</summary>
    public const int CoefficientRows = 6;

    public override InputNeeds Needs(LayerNode node, ElementType element) => new(default, Vectors: true);

    // The gradient of a value is stored once its sums are made, where the value is read for the last time.
    public override bool ReplacesItsInput(LayerNode node) => true;

    public override void Forward(LayerNode node, PlanBuilder builder)
    {
        TensorView input = builder.ReadInputOf(node).Values;
        TensorView output = (builder.FusedScale(node) is null ? builder.AddOutput(node) : builder.AddOutputInPlace(node)).Values;
        builder.AddShared($"{node.Name}_coefficients", $"coefficients of {node.Name}: mean, scale, shift, and those of the way back", CoefficientRows, node.OutputShape.Last);
        BatchNormalizationData data = Data(node, builder);
        builder.AddKernelTransform(node, new MovingStatisticsStep($"{node.Name}_Coefficients", $"{node.Name} by its moving statistics", data));
        ChannelRun channels = ChannelRun.Of(input, input, builder.Element);
        Operand first = input.Base;
        Operand? second = null;
        if (!HasOneValueOfEach(input))
        {
            first = builder.AddBuffer($"{node.Name}_sums", $"sums of {node.Name} over the places of a sample", new Shape(2 * data.Stored), default).Base;
            second = first with { Offset = data.Stored };
            builder.AddForward(node, new ChannelStatisticsStep(
                $"{node.Name}_Moments", $"mean and squared differences of {node.InputShape} over the places of each sample", input, null, first, data.Stored, channels, data.Coefficients));
        }

        builder.AddForward(node, new BatchStatisticsStep(
            $"{node.Name}_Statistics", $"mean and variance of {node.InputShape} over the batch", first, second, second is null, Places(input), IsBackward: false, data));
        builder.AddForward(node, new ChannelNormalizationStep(
            $"{node.Name}_Forward",
            $"{node.InputShape} normalised by channel; {PlanBuilder.Number(node.Flops)} FLOPs a sample",
            input,
            output,
            channels,
            data.Coefficients,
            data.Fused is not null));
        builder.Describe(node, data.Fused is null ? "vectors along the channels" : "vectors along the channels; in prediction by the layer before it");
    }

    public override void Backward(LayerNode node, PlanBuilder builder)
    {
        Tensor input = builder.InputOf(node);
        TensorView delta = builder.TensorOf(node).Delta!;
        BatchNormalizationData data = Data(node, builder);
        Operand first = delta.Base;
        Operand second = input.Values.Base;
        bool ofValues = HasOneValueOfEach(input.Values);
        if (!ofValues)
        {
            first = new(Memory.Batch, $"{node.Name}_sums", 0, TensorView.SampleStride(2 * data.Stored, builder.Element));
            second = first with { Offset = data.Stored };
            builder.AddBackward(node, new ChannelStatisticsStep(
                $"{node.Name}_GradientSums",
                $"sums of the gradient of {node.OutputShape} over the places of each sample",
                input.Values,
                delta,
                first,
                data.Stored,
                ChannelRun.Of(input.Values, input.Values, builder.Element),
                data.Coefficients));
        }

        builder.AddBackward(node, new BatchStatisticsStep(
            $"{node.Name}_Gradients", $"gradients of gamma and beta of {node.Name}", first, second, ofValues, Places(input.Values), IsBackward: true, data)
        {
            GammaGradient = data.Gamma is null ? null : builder.GradientOperand(node, "gamma"),
            BetaGradient = data.Beta is null ? null : builder.GradientOperand(node, "beta"),
        });
        DeltaTarget target = PlanBuilder.Contribute(input, DerivativeSupport.AnyLayout);
        builder.AddBackward(node, new ChannelNormalizationGradientStep(
            $"{node.Name}_Backward",
            $"gradient of {node.OutputShape} through its statistics -> {node.InputShape}",
            input.Values,
            delta,
            target,
            ChannelRun.Of(input.Values, target.View, builder.Element),
            data.Coefficients,
            HasBatchStatistics: true)
        {
            ForInputGradient = target.ForInputGradient,
        });
    }

    private static int Places(TensorView view) => view.Leading.Aggregate(1, (n, d) => n * d.Extent);

    /// <summary>Whether the sums over the batch can be taken over the values as they lie.</summary>
    private static bool HasOneValueOfEach(TensorView view) => Places(view) == 1 && view.IsLastUnbroken;

    private static BatchNormalizationData Data(LayerNode node, PlanBuilder builder)
    {
        BatchNormalizationNode normalization = (BatchNormalizationNode)node;
        int channels = node.OutputShape.Last;
        return new(
            channels,
            builder.Element.Padded(channels),
            normalization.Momentum,
            normalization.Epsilon,
            normalization.Scale ? builder.ParameterOperand(node, "gamma") : null,
            normalization.Center ? builder.ParameterOperand(node, "beta") : null,
            builder.ParameterOperand(node, "moving_mean"),
            builder.ParameterOperand(node, "moving_variance"),
            new(Memory.Shared, $"{node.Name}_coefficients", 0, 0, CoefficientRows),
            builder.FusedScale(node));
    }
}
