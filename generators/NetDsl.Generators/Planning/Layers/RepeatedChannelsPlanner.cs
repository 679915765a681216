using NetDsl.Generators.Planning.Steps;
using NetDsl.Generators.Shapes;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning.Layers;

/// <summary>Each channel several times.</summary>
internal sealed class RepeatedChannelsPlanner : LayerPlanner
{
    public override InputNeeds Needs(LayerNode node, ElementType element) => new(default, Vectors: true);

    public override void Forward(LayerNode node, PlanBuilder builder)
    {
        Tensor input = builder.ReadInputOf(node);
        TensorView output = builder.AddOutput(node).Values;

        // Of its gradient only that of the input is made.
        builder.SetTensor(node, new(output, "Linear", input.IsInput));
        builder.AddForward(node, new RepeatChannelsStep(
            $"{node.Name}_Forward",
            $"{node.InputShape} -> {node.OutputShape}, each channel {Times(node)} times",
            Times(node),
            input.Values,
            output));
        builder.Describe(node, "channels repeated");
    }

    public override void Backward(LayerNode node, PlanBuilder builder)
    {
        DeltaTarget target = PlanBuilder.Contribute(builder.InputOf(node), DerivativeSupport.AnyLayout);
        builder.AddBackward(node, new RepeatChannelsGradientStep(
            $"{node.Name}_Backward",
            $"gradient of {node.OutputShape} -> {node.InputShape}, summed over each channel's {Times(node)}",
            Times(node),
            builder.TensorOf(node).Delta!,
            target)
        {
            ForInputGradient = target.ForInputGradient,
        });
    }

    private static int Times(LayerNode node) => ((RepeatedChannelsNode)node).Times;
}
