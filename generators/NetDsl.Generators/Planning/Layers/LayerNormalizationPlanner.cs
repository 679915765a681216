using NetDsl.Generators.Planning.Steps;
using NetDsl.Generators.Shapes;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning.Layers;

/// <summary>Layer normalisation: row by row of channels, in vectors along them.</summary>
internal sealed class LayerNormalizationPlanner : LayerPlanner
{
    public override InputNeeds Needs(LayerNode node, ElementType element) => new(default, Vectors: true);

    public override void Forward(LayerNode node, PlanBuilder builder)
    {
        TensorView input = builder.ReadInputOf(node).Values;
        TensorView output = builder.AddOutput(node).Values;
        Shape rows = StatisticsShape(node);
        TensorView statistics = builder.AddBuffer($"{node.Name}_statistics", $"mean and inverse deviation of each row of {node.Name}", rows, default);
        builder.AddForward(node, new RowNormalizationStep(
            $"{node.Name}_Forward",
            $"{node.InputShape} normalised row by row; {PlanBuilder.Number(node.Flops)} FLOPs a sample",
            input,
            output,
            statistics,
            ChannelRun.Of(input, input, builder.Element),
            ((LayerNormalizationNode)node).Epsilon,
            Gamma(node, builder),
            ((LayerNormalizationNode)node).Center ? builder.ParameterOperand(node, "beta") : null));
        builder.Describe(node, "rows in vectors along the channels");
    }

    public override void Backward(LayerNode node, PlanBuilder builder)
    {
        Tensor input = builder.InputOf(node);
        TensorView delta = builder.TensorOf(node).Delta!;
        TensorView statistics = TensorView.Of(StatisticsShape(node), Memory.Batch, $"{node.Name}_statistics", default, padded: true, builder.Element);
        DeltaTarget target = PlanBuilder.Contribute(input, DerivativeSupport.AnyLayout);
        builder.AddBackward(node, new RowNormalizationGradientStep(
            $"{node.Name}_Backward",
            $"gradient of {node.OutputShape} through the statistics of its rows -> {node.InputShape}",
            input.Values,
            delta,
            statistics,
            target,
            ChannelRun.Of(input.Values, target.View, builder.Element),
            Gamma(node, builder))
        {
            ForInputGradient = target.ForInputGradient,
        });
        if (((LayerNormalizationNode)node).Scale)
        {
            builder.AddGradientInPortions(node, "gamma", (sums, portions) => new GammaGradientStep(
                $"{node.Name}_GammaGradient",
                $"sum over samples and places of the gradient of {node.OutputShape} times what was normalised",
                input.Values,
                delta,
                statistics,
                ChannelRun.Of(input.Values, input.Values, builder.Element),
                sums,
                portions));
        }

        if (((LayerNormalizationNode)node).Center)
        {
            builder.AddGradientInPortions(node, "beta", (sums, portions) => new BiasGradientStep(
                $"{node.Name}_BetaGradient",
                $"sum over samples and places of the gradient of {node.OutputShape}",
                delta,
                sums,
                new(node.OutputShape.Last, delta.PaddedLast))
            {
                Portions = portions,
            });
        }
    }

    private static Shape StatisticsShape(LayerNode node) => new([.. node.OutputShape.Extents.Take(node.OutputShape.Rank - 1), 2]);

    private static Operand? Gamma(LayerNode node, PlanBuilder builder) =>
        ((LayerNormalizationNode)node).Scale ? builder.ParameterOperand(node, "gamma") : null;
}
