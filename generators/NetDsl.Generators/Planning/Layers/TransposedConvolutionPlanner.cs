using NetDsl.Generators.Planning.Steps;
using NetDsl.Generators.Shapes;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning.Layers;

/// <summary>
/// A transposed convolution: the way back of a convolution, whose windows move over this layer's output, as its way forward, and the other way
/// round. Its kernel is turned before any batch.
/// </summary>
internal sealed class TransposedConvolutionPlanner : LayerPlanner
{
    public override bool AppliesActivation => true;

    public override InputNeeds Needs(LayerNode node, ElementType element) => new(Loops(node).SpreadingHalo, Vectors: true);

    public override bool ScalesItsOutput => true;

    public override Halo DeltaHalo(LayerNode node, PlanBuilder builder) => Loops(node).GatheringHalo;

    public override void Forward(LayerNode node, PlanBuilder builder)
    {
        ConvolutionLoops loops = Loops(node);
        TensorView input = builder.ReadInputOf(node).Values;
        TensorView output = builder.AddOutput(node).Values;
        Operand? bias = ((TransposedConvolutionNode)node).UseBias ? builder.ParameterOperand(node, "bias") : null;
        DeltaTarget to = DeltaTarget.Of(output, builder.TileActivation(node));
        Operand? scale = builder.AddFusedScale(node);
        string comment = $"{node.InputShape} * turned kernel -> {node.OutputShape}";
        foreach ((TransposeStep? turn, Contraction product) in loops.Spread(builder, $"{node.Name}_Forward", comment, "kernel", input, to, bias))
        {
            if (turn is not null)
            {
                builder.AddKernelTransform(node, turn);
            }

            builder.AddForward(node, product with { Scale = scale });
        }

        builder.AddActivation(node);
        builder.Describe(node, "tiled over the implicit matrix of the turned kernel");
    }

    public override void Backward(LayerNode node, PlanBuilder builder)
    {
        ConvolutionLoops loops = Loops(node);
        Tensor input = builder.InputOf(node);
        TensorView delta = builder.TensorOf(node).Delta!;
        builder.AddBackward(node, loops.Gather(
            $"{node.Name}_Backward",
            $"gradient of {node.OutputShape} * kernel {loops.Kernel} -> {node.InputShape}; {PlanBuilder.Number(node.Flops)} FLOPs a sample",
            delta,
            builder.ParameterOperand(node, "kernel"),
            PlanBuilder.Contribute(input, DerivativeSupport.AnyLayout),
            bias: null,
            builder.Element));
        TensorView values = ClearOfPadding(node, builder, input.Values);
        builder.AddGradientInPortions(node, "kernel", (sums, portions) => loops.KernelGradient(
            $"{node.Name}_KernelGradient",
            $"sum over samples and places of gradient of {node.OutputShape} x {node.InputShape} -> {loops.Kernel}; {PlanBuilder.Number(node.Flops)} FLOPs a sample",
            delta,
            values,
            sums,
            portions));
        if (((TransposedConvolutionNode)node).UseBias)
        {
            builder.AddBiasGradient(node, delta);
        }
    }

    /// <summary>
    /// What the gradient of the kernel reads in vectors must have zeros after its last channel, so that the padding of the gradient stays zero. An
    /// activation that is not 0 at 0 leaves others there.
    /// </summary>
    private static TensorView ClearOfPadding(LayerNode node, PlanBuilder builder, TensorView values)
    {
        if (values.PaddedLast == node.InputShape.Last)
        {
            return values;
        }

        TensorView clear = builder.AddBuffer($"{node.Name}_values", $"input of {node.Name}, {node.InputShape}, with zeros as its padding", node.InputShape, default);
        builder.AddBackward(node, new CopyStep($"{node.Name}_Values", $"{node.InputShape} to where the padding is zero", values, clear));
        return clear;
    }

    private static ConvolutionLoops Loops(LayerNode node) =>
        new(node, ((TransposedConvolutionNode)node).Windows, node.OutputShape.Last, node.InputShape.Last);
}
