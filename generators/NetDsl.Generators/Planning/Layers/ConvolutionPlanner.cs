using NetDsl.Generators.Planning.Steps;
using NetDsl.Generators.Shapes;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning.Layers;

/// <summary>
/// A convolution as a contraction over its implicit matrix: rows are the places of the output, terms the values under the kernel, which
/// are read where they lie, with zeros around them. The gradient of its input is a convolution of the gradient of its output with the
/// kernel turned by half a turn, one for each phase of the strides.
/// </summary>
internal sealed class ConvolutionPlanner : LayerPlanner
{
    public override bool AppliesActivation => true;

    public override InputNeeds Needs(LayerNode node, ElementType element) => FilteredConvolution.For((ConvolutionNode)node, element) is { } filtered
        ? new(filtered.InputHalo, Vectors: true)
        : new(Loops((ConvolutionNode)node).GatheringHalo, Vectors: false);

    public override bool ScalesItsOutput => true;

    public override Halo DeltaHalo(LayerNode node, PlanBuilder builder) =>
        FilteredConvolution.For((ConvolutionNode)node, builder.Element)?.DeltaHalo
        ?? (builder.ReadsSamples(node) ? default : Loops((ConvolutionNode)node).SpreadingHalo);

    public override void Forward(LayerNode node, PlanBuilder builder)
    {
        ConvolutionNode conv = (ConvolutionNode)node;
        if (FilteredConvolution.For(conv, builder.Element) is { } filtered)
        {
            filtered.Forward(builder);
            return;
        }

        ConvolutionLoops loops = Loops(conv);
        TensorView input = builder.ReadInputOf(node).Values;
        TensorView output = builder.AddOutput(node).Values;
        builder.AddForward(node, loops.Gather(
            $"{node.Name}_Forward",
            $"{node.InputShape} * kernel {loops.Kernel} -> {node.OutputShape}; {PlanBuilder.Number(node.Flops)} FLOPs a sample",
            input,
            builder.ParameterOperand(node, conv.Kernel),
            DeltaTarget.Of(output, builder.TileActivation(node)),
            conv.UseBias ? builder.ParameterOperand(node, "bias") : null,
            builder.Element) with
        {
            Scale = builder.AddFusedScale(node),
        });
        builder.AddActivation(node);
        builder.Describe(node, "tiled over the implicit matrix");
    }

    public override void Backward(LayerNode node, PlanBuilder builder)
    {
        ConvolutionNode conv = (ConvolutionNode)node;
        if (FilteredConvolution.For(conv, builder.Element) is { } filtered)
        {
            filtered.Backward(builder);
            return;
        }

        ConvolutionLoops loops = Loops(conv);
        DeltaTarget target = PlanBuilder.Contribute(builder.InputOf(node), DerivativeSupport.AnyLayout);
        TensorView input = builder.InputOf(node).Values;
        TensorView delta = builder.TensorOf(node).Delta!;
        TensorView around = builder.AddRoomAround(node, delta, loops.SpreadingHalo);
        string comment = $"gradient of {node.OutputShape} * turned kernel -> {node.InputShape}";
        foreach ((TransposeStep? turn, Contraction product) in loops.Spread(builder, $"{node.Name}_Backward", comment, conv.Kernel, around, target, null))
        {
            if (turn is not null)
            {
                builder.AddPrepare(node, turn);
            }

            builder.AddBackward(node, product);
        }

        builder.AddGradientInPortions(node, conv.Kernel, (sums, portions) => loops.KernelGradient(
            $"{node.Name}_KernelGradient",
            $"sum over samples and places of {node.InputShape} x gradient of {node.OutputShape} -> {loops.Kernel}; {PlanBuilder.Number(node.Flops)} FLOPs a sample",
            input,
            delta,
            sums,
            portions));
        if (conv.UseBias)
        {
            builder.AddBiasGradient(node, delta);
        }
    }

    private static ConvolutionLoops Loops(ConvolutionNode node) => new(node, node.Windows, node.InputShape.Last, node.Filters);
}
