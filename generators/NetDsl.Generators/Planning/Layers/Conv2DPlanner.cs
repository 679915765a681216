using NetDsl.Generators.Planning.Steps;
using NetDsl.Generators.Shapes;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning.Layers;

/// <summary>
/// A convolution as a contraction over its implicit matrix: rows are the places of the output, terms the values under the kernel, which
/// are read where they lie, in an image with zeros around it. The gradient of its input is a convolution of the gradient of its output
/// with the kernel turned by half a turn, one for each phase of the stride.
/// </summary>
internal sealed class Conv2DPlanner : LayerPlanner
{
    /// <summary>Places below which samples fill the tiles better than the places of one sample.</summary>
    private const int PlacesForOneSample = 4;

    public override InputNeeds Needs(LayerNode node)
    {
        Conv2DNode conv = (Conv2DNode)node;
        return new(new(conv.Vertical.PadBefore, conv.Vertical.PadAfter, conv.Horizontal.PadBefore, conv.Horizontal.PadAfter), Vectors: false);
    }

    public override Halo DeltaHalo(LayerNode node)
    {
        Conv2DNode conv = (Conv2DNode)node;
        (int top, int bottom) = Around(conv.Vertical);
        (int left, int right) = Around(conv.Horizontal);
        return new(top, bottom, left, right);

        static (int Before, int After) Around(Window window) => (
            StridePhase.All(window).Select(p => -(p.FirstOutput - p.Taps + 1)).Append(0).Max(),
            StridePhase.All(window).Select(p => p.FirstOutput + p.Inputs - window.Output).Append(0).Max());
    }

    public override void Forward(LayerNode node, PlanBuilder builder)
    {
        Conv2DNode conv = (Conv2DNode)node;
        TensorView input = builder.ReadInputOf(node).Values;
        TensorView output = builder.AddOutput(node).Values;
        builder.AddForward(node, new Contraction(
            $"{node.Name}_Forward",
            $"{node.InputShape} * kernel {Kernel(conv)} -> {node.OutputShape}; {PlanBuilder.Number(node.Flops)} FLOPs a sample",
            A: FirstWindow(conv, input),
            B: builder.ParameterOperand(node, "kernel"),
            C: output.Base,
            Bias: conv.UseBias ? builder.ParameterOperand(node, "bias") : null,
            Y: null,
            Role(conv),
            Loop.Merge(
            [
                new Loop("y", conv.Vertical.Output, A: conv.Vertical.Stride * Row(input), C: Row(output)),
                new Loop("x", conv.Horizontal.Output, A: conv.Horizontal.Stride * Pixel(input), C: Pixel(output)),
            ]),
            Loop.Merge(KernelLoops(conv, input)),
            new(conv.Filters, output.PaddedLast),
            new(Activation: builder.TileActivation(node))));
        builder.AddActivation(node);
        builder.Describe(node, "tiled over the implicit matrix");
    }

    public override void Backward(LayerNode node, PlanBuilder builder)
    {
        Conv2DNode conv = (Conv2DNode)node;
        AddInputGradient(conv, builder);
        TensorView input = builder.InputOf(node).Values;
        TensorView delta = builder.TensorOf(node).Delta!;
        builder.AddGradient(node, new Contraction(
            $"{node.Name}_KernelGradient",
            $"sum over samples and places of {node.InputShape} x gradient of {node.OutputShape} -> {Kernel(conv)}; {PlanBuilder.Number(node.Flops)} FLOPs a sample",
            A: FirstWindow(conv, input),
            B: delta.Base,
            C: builder.GradientOperand(node, "kernel"),
            Bias: null,
            Y: null,
            SampleRole.Terms,
            Loop.Merge(KernelLoops(conv, input).Select(loop => loop with { B = 0, C = loop.B })),
            Loop.Merge(
            [
                new Loop("y", conv.Vertical.Output, A: conv.Vertical.Stride * Row(input), B: Row(delta)),
                new Loop("x", conv.Horizontal.Output, A: conv.Horizontal.Stride * Pixel(input), B: Pixel(delta)),
            ]),
            new(conv.Filters, delta.PaddedLast),
            new()));
        if (conv.UseBias)
        {
            builder.AddGradient(node, new BiasGradientStep(
                $"{node.Name}_BiasGradient", $"sum over samples and places of the gradient of {node.OutputShape}", delta, builder.GradientOperand(node, "bias"), new(conv.Filters, delta.PaddedLast)));
        }
    }

    private static void AddInputGradient(Conv2DNode node, PlanBuilder builder)
    {
        DeltaTarget target = PlanBuilder.Contribute(builder.InputOf(node), DerivativeSupport.AnyLayout);
        foreach (StridePhase vertical in StridePhase.All(node.Vertical))
        {
            foreach (StridePhase horizontal in StridePhase.All(node.Horizontal))
            {
                AddPhase(node, builder, target, vertical, horizontal);
            }
        }
    }

    private static void AddPhase(Conv2DNode node, PlanBuilder builder, DeltaTarget target, StridePhase vertical, StridePhase horizontal)
    {
        bool single = node.Vertical.Stride * node.Horizontal.Stride == 1;
        string suffix = single ? "" : $"_{vertical.FirstTap}_{horizontal.FirstTap}";
        TensorView delta = builder.TensorOf(node).Delta!;
        int channels = node.InputShape.Last;
        int terms = vertical.Taps * horizontal.Taps * node.Filters;
        Operand turned = builder.AddTranspose(
            $"{node.Name}_turned{suffix}", $"kernel of {node.Name}, turned by half a turn and transposed", terms, channels);
        builder.AddPrepare(node, new TransposeStep(
            $"{node.Name}_Turn{suffix}",
            $"kernel {Kernel(node)} -> ({vertical.Taps}, {horizontal.Taps}, {node.Filters}, {channels}), turned by half a turn",
            builder.Parameter(node, "kernel"),
            Rows: channels,
            SourceRow: ((vertical.FirstTap * node.Horizontal.Size) + horizontal.FirstTap) * channels,
            turned,
            new(channels, builder.Element.Padded(channels)),
            DestinationRow: terms - node.Filters,
            DestinationColumn: 0,
            new(
            [
                new Loop("y", vertical.Taps, A: node.Vertical.Stride * node.Horizontal.Size * channels, B: -horizontal.Taps * node.Filters),
                new Loop("x", horizontal.Taps, A: node.Horizontal.Stride * channels, B: -node.Filters),
            ]))
        {
            ForInputGradient = target.ForInputGradient,
        });

        int Start(TensorView view, int y, int x) => view.Base.Offset + (y * Row(view)) + (x * Pixel(view));
        builder.AddBackward(node, new Contraction(
            $"{node.Name}_Backward{suffix}",
            $"gradient of {node.OutputShape} * turned kernel -> {node.InputShape}; {PlanBuilder.Number(2L * vertical.Inputs * horizontal.Inputs * terms * channels)} FLOPs a sample",
            A: delta.Base with { Offset = Start(delta, vertical.FirstOutput - vertical.Taps + 1, horizontal.FirstOutput - horizontal.Taps + 1) },
            B: turned,
            C: target.View.Base with { Offset = Start(target.View, vertical.FirstInput, horizontal.FirstInput) },
            Bias: null,
            Y: target.Y is null ? null : target.Values.Base with { Offset = Start(target.Values, vertical.FirstInput, horizontal.FirstInput) },
            vertical.Inputs * horizontal.Inputs >= PlacesForOneSample ? SampleRole.Outer : SampleRole.Rows,
            Loop.Merge(
            [
                new Loop("y", vertical.Inputs, A: Row(delta), C: node.Vertical.Stride * Row(target.View), Y: node.Vertical.Stride * Row(target.Values)),
                new Loop("x", horizontal.Inputs, A: Pixel(delta), C: node.Horizontal.Stride * Pixel(target.View), Y: node.Horizontal.Stride * Pixel(target.Values)),
            ]),
            Loop.Merge(
            [
                new Loop("ky", vertical.Taps, A: Row(delta), B: horizontal.Taps * node.Filters),
                new Loop("kx", horizontal.Taps, A: Pixel(delta), B: node.Filters),
                new Loop("filter", node.Filters, A: 1, B: 1),
            ]),
            new(channels, builder.Element.Padded(channels)),
            target.Epilogue)
        {
            ForInputGradient = target.ForInputGradient,
        });
    }

    private static SampleRole Role(Conv2DNode node) =>
        node.Vertical.Output * node.Horizontal.Output >= PlacesForOneSample ? SampleRole.Outer : SampleRole.Rows;

    /// <summary>The loops over the kernel: A is the step in the image, B the step in the rows of the kernel.</summary>
    private static IEnumerable<Loop> KernelLoops(Conv2DNode node, TensorView input)
    {
        int channels = node.InputShape.Last;
        yield return new("ky", node.Vertical.Size, A: Row(input), B: node.Horizontal.Size * channels);
        yield return new("kx", node.Horizontal.Size, A: Pixel(input), B: channels);
        yield return new("channel", channels, A: 1, B: 1);
    }

    /// <summary>Where the kernel lies first, with its corner in the zeros around the image.</summary>
    private static Operand FirstWindow(Conv2DNode node, TensorView input) => input.Base with
    {
        Offset = input.Base.Offset - (node.Vertical.PadBefore * Row(input)) - (node.Horizontal.PadBefore * Pixel(input)),
    };

    private static int Row(TensorView image) => image.Axes[0][0].Stride;

    private static int Pixel(TensorView image) => image.Axes[1][0].Stride;

    private static string Kernel(Conv2DNode node) =>
        $"({node.Vertical.Size}, {node.Horizontal.Size}, {node.InputShape.Last}, {node.Filters})";
}
