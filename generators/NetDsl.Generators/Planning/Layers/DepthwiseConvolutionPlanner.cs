using NetDsl.Generators.Planning.Steps;
using NetDsl.Generators.Shapes;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning.Layers;

/// <summary>
/// A convolution of each channel by itself, in vectors along the channels. The gradient of its input is the same with the taps in reverse, once for
/// each phase of the strides.
/// </summary>
internal sealed class DepthwiseConvolutionPlanner : LayerPlanner
{
    private const string Kernel = DepthwiseConvolutionNode.Kernel;

    public override bool AppliesActivation => true;

    public override InputNeeds Needs(LayerNode node, ElementType element) =>
        new(new(Windows(node).Select(w => new Margin(w.PadBefore, w.PadAfter))), Vectors: true);

    public override Halo DeltaHalo(LayerNode node, PlanBuilder builder) =>
        builder.ReadsSamples(node) ? default : StridePhase.HaloOf(Windows(node));

    public override void Forward(LayerNode node, PlanBuilder builder)
    {
        EquatableArray<Window> windows = Windows(node);
        TensorView input = builder.ReadInputOf(node).Values;
        TensorView output = builder.AddOutput(node).Values;
        builder.AddForward(node, new DepthwiseStep(
            $"{node.Name}_Forward",
            $"{node.InputShape} * kernel {KernelOf(node)}, channel by channel -> {node.OutputShape}; {PlanBuilder.Number(node.Flops)} FLOPs a sample",
            FirstWindow(windows, input),
            builder.ParameterOperand(node, Kernel),
            output.Base,
            ((DepthwiseConvolutionNode)node).UseBias ? builder.ParameterOperand(node, "bias") : null,
            Y: null,
            Loop.Merge(Places(windows, input, output)),
            Loop.Merge(Taps(windows, input).Select(loop => loop with { B = loop.C, C = 0 })),
            ColumnsOf(node, builder),
            new(Activation: builder.TileActivation(node))));
        builder.AddActivation(node);
        builder.Describe(node, "vectors along the channels");
    }

    public override void Backward(LayerNode node, PlanBuilder builder)
    {
        EquatableArray<Window> windows = Windows(node);
        Tensor input = builder.InputOf(node);
        DeltaTarget target = PlanBuilder.Contribute(input, DerivativeSupport.AnyLayout);
        TensorView delta = builder.TensorOf(node).Delta!;
        TensorView around = builder.AddRoomAround(node, delta, StridePhase.HaloOf(windows));
        foreach (StridePhase[] phases in StridePhase.Combinations(windows))
        {
            // Values that no tap reaches get zero, unless others have added to it.
            if (phases.All(phase => phase.Taps > 0) || !target.Epilogue.Accumulate)
            {
                builder.AddBackward(node, InputGradient(node, builder, around, target, phases));
            }
        }

        builder.AddGradientInPortions(node, Kernel, (sums, portions) => new DepthwiseGradientStep(
            $"{node.Name}_KernelGradient",
            $"sum over samples and places of {node.InputShape} x gradient of {node.OutputShape}, channel by channel -> {KernelOf(node)}; {PlanBuilder.Number(node.Flops)} FLOPs a sample",
            FirstWindow(windows, input.Values),
            delta.Base,
            sums,
            Loop.Merge(Places(windows, input.Values, delta)),
            Loop.Merge(Taps(windows, input.Values)),
            ColumnsOf(node, builder),
            portions));
        if (((DepthwiseConvolutionNode)node).UseBias)
        {
            builder.AddBiasGradient(node, delta);
        }
    }

    private static DepthwiseStep InputGradient(LayerNode node, PlanBuilder builder, TensorView delta, DeltaTarget target, StridePhase[] phases)
    {
        EquatableArray<Window> windows = Windows(node);
        int axes = phases.Length;
        string suffix = windows.All(w => w.Stride == 1) ? "" : string.Concat(phases.Select(p => $"_{p.FirstTap}"));
        bool isReached = phases.All(phase => phase.Taps > 0);
        IEnumerable<Loop> outer = Loop.Over(a: delta.Before(axes), c: target.View.Before(axes), y: target.Values.Before(axes));
        IEnumerable<Loop> places = outer.Concat(phases.Select((phase, i) => new Loop(
            "place",
            phase.Inputs,
            A: isReached ? delta.Strides(axes)[i] : 0,
            C: windows[i].Stride * target.View.Strides(axes)[i],
            Y: windows[i].Stride * target.Values.Strides(axes)[i])));
        IEnumerable<Loop> taps = phases.Select((phase, i) => new Loop(
            "tap", phase.Taps, A: -phase.Dilation * delta.Strides(axes)[i], B: windows[i].Stride * Inside(windows, i)));
        Columns columns = ColumnsOf(node, builder);
        Operand kernel = builder.ParameterOperand(node, Kernel);
        int firstTap = isReached ? phases.Select((phase, i) => phase.FirstTap * Inside(windows, i)).Sum() : 0;
        long products = isReached ? phases.Aggregate((long)node.InputShape.Last, (n, phase) => n * phase.Taps * phase.Inputs) : 0;
        return new(
            $"{node.Name}_Backward{suffix}",
            $"gradient of {node.OutputShape} * turned kernel, channel by channel -> {node.InputShape}; {PlanBuilder.Number(2 * products)} FLOPs at each place before the windows'",
            isReached ? Moved(delta.Base, delta, p => p.FirstOutput) : delta.Base,
            kernel with { Offset = kernel.Offset + (firstTap * columns.Padded) },
            Moved(target.View.Base, target.View, p => p.FirstInput),
            Bias: null,
            target.Y is null ? null : Moved(target.Values.Base, target.Values, p => p.FirstInput),
            Loop.Merge(places),
            isReached ? Loop.Merge(taps) : new([new Loop("tap", 0)]),
            columns,
            target.Epilogue)
        {
            ForInputGradient = target.ForInputGradient,
        };

        Operand Moved(Operand operand, TensorView view, Func<StridePhase, int> by) =>
            operand with { Offset = operand.Offset + phases.Zip(view.Strides(axes), (phase, stride) => by(phase) * stride).Sum() };
    }

    private static EquatableArray<Window> Windows(LayerNode node) => ((DepthwiseConvolutionNode)node).Windows;

    private static Columns ColumnsOf(LayerNode node, PlanBuilder builder) => new(node.OutputShape.Last, builder.Element.Padded(node.OutputShape.Last));

    private static string KernelOf(LayerNode node) => $"({string.Join(", ", Windows(node).Select(w => w.Size))}, {node.OutputShape.Last})";

    /// <summary>The loops over the places of the windows: A is the step in what they move over, C in what they give.</summary>
    private static IEnumerable<Loop> Places(EquatableArray<Window> windows, TensorView from, TensorView to)
    {
        int axes = windows.Count;
        return Loop.Over(a: from.Before(axes), c: to.Before(axes)).Concat(windows.Select((window, i) => new Loop(
            "place", window.Output, A: window.Stride * from.Strides(axes)[i], C: to.Strides(axes)[i])));
    }

    /// <summary>The loops over the taps: A is the step in what the windows move over, C the step in the rows of the kernel.</summary>
    private static IEnumerable<Loop> Taps(EquatableArray<Window> windows, TensorView from) => windows.Select((window, i) => new Loop(
        "tap", window.Size, A: window.Dilation * from.Strides(windows.Count)[i], C: Inside(windows, i)));

    /// <summary>Where the window lies first, with its corner in the zeros around the values.</summary>
    private static Operand FirstWindow(EquatableArray<Window> windows, TensorView from) => from.Base with
    {
        Offset = from.Base.Offset - windows.Zip(from.Strides(windows.Count), (window, stride) => window.PadBefore * stride).Sum(),
    };

    /// <summary>The taps inside those of one of several nested windows.</summary>
    private static int Inside(EquatableArray<Window> windows, int place) => windows.Skip(place + 1).Aggregate(1, (n, window) => n * window.Size);
}
