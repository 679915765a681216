using NetDsl.Generators.Planning.Steps;
using NetDsl.Generators.Shapes;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning.Layers;

/// <summary>
/// A convolution as a contraction over its implicit matrix: rows are the places of the output, terms the values under the kernel, which
/// are read where they lie, with zeros around them. The gradient of its input is a convolution of the gradient of its output with the
/// kernel turned by half a turn, one for each phase of the strides. Dimensions before the windows' are only more places.
/// </summary>
internal sealed class ConvolutionPlanner : LayerPlanner
{
    /// <summary>Places below which samples fill the tiles better than the places of one sample.</summary>
    private const int PlacesForOneSample = 4;

    public override InputNeeds Needs(LayerNode node, ElementType element) => FilteredConvolution.For((ConvolutionNode)node, element) is { } filtered
        ? new(filtered.InputHalo, Vectors: true)
        : new(new(((ConvolutionNode)node).Windows.Select(w => new Margin(w.PadBefore, w.PadAfter))), Vectors: false);

    public override bool ScalesItsOutput => true;

    public override Halo DeltaHalo(LayerNode node, PlanBuilder builder) =>
        FilteredConvolution.For((ConvolutionNode)node, builder.Element)?.DeltaHalo
        ?? (builder.ReadsSamples(node) ? default : HaloOfTurnedKernel((ConvolutionNode)node));

    public override void Forward(LayerNode node, PlanBuilder builder)
    {
        ConvolutionNode conv = (ConvolutionNode)node;
        if (FilteredConvolution.For(conv, builder.Element) is { } filtered)
        {
            filtered.Forward(builder);
            return;
        }

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
            Role(OutputLoops(conv, input, output)),
            Loop.Merge(OutputLoops(conv, input, output)),
            Loop.Merge(KernelLoops(conv, input)),
            new(conv.Filters, output.PaddedLast),
            new(Activation: builder.TileActivation(node)))
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

        DeltaTarget target = PlanBuilder.Contribute(builder.InputOf(node), DerivativeSupport.AnyLayout);
        TensorView input = builder.InputOf(node).Values;
        TensorView delta = builder.TensorOf(node).Delta!;
        TensorView around = builder.ReadsSamples(node) ? AddRoomAround(conv, builder, delta) : delta;
        foreach (StridePhase[] phases in Combinations([.. conv.Windows.Select(StridePhase.All)]))
        {
            AddInputGradient(conv, builder, around, target, phases);
        }

        builder.AddGradientInPortions(node, "kernel", (sums, portions) => new Contraction(
            $"{node.Name}_KernelGradient",
            $"sum over samples and places of {node.InputShape} x gradient of {node.OutputShape} -> {Kernel(conv)}; {PlanBuilder.Number(node.Flops)} FLOPs a sample",
            A: FirstWindow(conv, input),
            B: delta.Base,
            C: sums,
            Bias: null,
            Y: null,
            SampleRole.Terms,
            Loop.Merge(KernelLoops(conv, input).Select(loop => loop with { B = 0, C = loop.B })),
            Loop.Merge(OutputLoops(conv, input, delta).Select(loop => loop with { B = loop.C, C = 0 })),
            new(conv.Filters, delta.PaddedLast),
            new())
        {
            Portions = portions,
        });
        if (conv.UseBias)
        {
            builder.AddGradientInPortions(node, "bias", (sums, portions) => new BiasGradientStep(
                $"{node.Name}_BiasGradient", $"sum over samples and places of the gradient of {node.OutputShape}", delta, sums, new(conv.Filters, delta.PaddedLast))
            {
                Portions = portions,
            });
        }
    }

    private static Halo HaloOfTurnedKernel(ConvolutionNode node) => new(node.Windows.Select(window => new Margin(
        StridePhase.All(window).Select(p => -FirstRead(p)).Append(0).Max(),
        StridePhase.All(window).Select(p => p.FirstOutput + p.Inputs - window.Output).Append(0).Max())));

    /// <summary>
    /// The gradient of the samples is seldom asked for, so the first layer's gradient has no zeros around it: where it is asked for, it is copied
    /// to where there are some. Memory that nobody touches is not resident.
    /// </summary>
    private static TensorView AddRoomAround(ConvolutionNode node, PlanBuilder builder, TensorView delta)
    {
        Halo halo = HaloOfTurnedKernel(node);
        if (halo.IsEmpty)
        {
            return delta;
        }

        TensorView room = builder.AddBuffer($"{node.Name}_deltaAround", $"gradient of {node.Name}, {node.OutputShape}, with zeros around it", node.OutputShape, halo);
        builder.AddBackward(node, new CopyStep($"{node.Name}_DeltaAround", $"gradient of {node.OutputShape} to where there are zeros around it", delta, room)
        {
            ForInputGradient = true,
        });
        return room;
    }

    /// <summary>Adds the gradient of those inputs that one phase of each window reaches.</summary>
    private static void AddInputGradient(ConvolutionNode node, PlanBuilder builder, TensorView delta, DeltaTarget target, StridePhase[] phases)
    {
        string suffix = node.Windows.All(w => w.Stride == 1) ? "" : string.Concat(phases.Select(p => $"_{p.FirstTap}"));
        int axes = phases.Length;
        int channels = node.InputShape.Last;
        int[] taps = [.. phases.Select(p => p.Taps)];
        Operand turned = AddTurnedKernel(node, builder, target, phases, suffix);
        IEnumerable<Loop> outer = Loop.Over(a: delta.Before(axes), c: target.View.Before(axes), y: target.Values.Before(axes));
        IEnumerable<Loop> places = outer.Concat(phases.Select((phase, i) => new Loop(
            "place",
            phase.Inputs,
            A: delta.Strides(axes)[i],
            C: node.Windows[i].Stride * target.View.Strides(axes)[i],
            Y: node.Windows[i].Stride * target.Values.Strides(axes)[i])));
        builder.AddBackward(node, new Contraction(
            $"{node.Name}_Backward{suffix}",
            $"gradient of {node.OutputShape} * turned kernel -> {node.InputShape}; {PlanBuilder.Number(2L * places.Aggregate(1, (n, l) => n * l.Extent) * turned.PanelRows * channels)} FLOPs a sample",
            A: Moved(delta.Base, delta, p => FirstRead(p)),
            B: turned,
            C: Moved(target.View.Base, target.View, p => p.FirstInput),
            Bias: null,
            Y: target.Y is null ? null : Moved(target.Values.Base, target.Values, p => p.FirstInput),
            Role(places),
            Loop.Merge(places),
            Loop.Merge(
            [
                .. taps.Select((count, i) => new Loop("tap", count, A: delta.Strides(axes)[i], B: Inside(taps, i) * node.Filters)),
                new Loop("filter", node.Filters, A: 1, B: 1),
            ]),
            new(channels, builder.Element.Padded(channels)),
            target.Epilogue)
        {
            ForInputGradient = target.ForInputGradient,
        });

        Operand Moved(Operand operand, TensorView view, Func<StridePhase, int> by) =>
            operand with { Offset = operand.Offset + phases.Zip(view.Strides(axes), (phase, stride) => by(phase) * stride).Sum() };
    }

    /// <summary>Adds the kernel of one phase of each window, every stride-th tap, turned by half a turn and transposed.</summary>
    private static Operand AddTurnedKernel(ConvolutionNode node, PlanBuilder builder, DeltaTarget target, StridePhase[] phases, string suffix)
    {
        int channels = node.InputShape.Last;
        int[] taps = [.. phases.Select(p => p.Taps)];
        int[] sizes = [.. node.Windows.Select(w => w.Size)];
        int terms = taps.Aggregate(node.Filters, (n, count) => n * count);
        Operand turned = builder.AddShared(
            $"{node.Name}_turned{suffix}", $"kernel of {node.Name}, turned by half a turn and transposed", terms, channels);
        builder.AddPrepare(node, new TransposeStep(
            $"{node.Name}_Turn{suffix}",
            $"kernel {Kernel(node)} -> ({string.Join(", ", taps)}, {node.Filters}, {channels}), turned by half a turn",
            builder.ParameterOperand(node, "kernel"),
            new(node.Filters, builder.Element.Padded(node.Filters)),
            Rows: channels,
            SourceRow: phases.Select((phase, i) => phase.FirstTap * Inside(sizes, i)).Sum() * channels,
            turned,
            new(channels, builder.Element.Padded(channels)),
            DestinationRow: terms - node.Filters,
            DestinationColumn: 0,
            new(taps.Select((count, i) => new Loop(
                "tap", count, A: node.Windows[i].Stride * Inside(sizes, i) * channels, B: -Inside(taps, i) * node.Filters))))
        {
            ForInputGradient = target.ForInputGradient,
        });
        return turned;
    }

    /// <summary>The output that the last tap of a phase reads for its first input; before the first one, where it is negative.</summary>
    private static int FirstRead(StridePhase phase) => phase.FirstOutput - phase.Taps + 1;

    private static SampleRole Role(IEnumerable<Loop> places) =>
        places.Aggregate(1L, (n, loop) => n * loop.Extent) >= PlacesForOneSample ? SampleRole.Outer : SampleRole.Rows;

    /// <summary>The loops over the places of the output: A is the step in the input, C the step in the output.</summary>
    private static IEnumerable<Loop> OutputLoops(ConvolutionNode node, TensorView input, TensorView output)
    {
        int axes = node.Windows.Count;
        return Loop.Over(a: input.Before(axes), c: output.Before(axes)).Concat(node.Windows.Select((window, i) =>
            new Loop("place", window.Output, A: window.Stride * input.Strides(axes)[i], C: output.Strides(axes)[i])));
    }

    /// <summary>The loops over the kernel: A is the step in the input, B the step in the rows of the kernel.</summary>
    private static IEnumerable<Loop> KernelLoops(ConvolutionNode node, TensorView input)
    {
        int channels = node.InputShape.Last;
        int[] sizes = [.. node.Windows.Select(w => w.Size)];
        return sizes
            .Select((size, i) => new Loop("tap", size, A: input.Strides(sizes.Length)[i], B: Inside(sizes, i) * channels))
            .Append(new("channel", channels, A: 1, B: 1));
    }

    /// <summary>Where the kernel lies first, with its corner in the zeros around the input.</summary>
    private static Operand FirstWindow(ConvolutionNode node, TensorView input) => input.Base with
    {
        Offset = input.Base.Offset - node.Windows.Zip(input.Strides(node.Windows.Count), (window, stride) => window.PadBefore * stride).Sum(),
    };

    /// <summary>The extents inside one of several nested ones, multiplied.</summary>
    private static int Inside(int[] extents, int place) => extents.Skip(place + 1).Aggregate(1, (n, extent) => n * extent);

    /// <summary>Every choice of one phase from each window's.</summary>
    private static IEnumerable<StridePhase[]> Combinations(IEnumerable<StridePhase>[] windows) => windows.Aggregate(
        (IEnumerable<StridePhase[]>)[[]], (chosen, phases) => chosen.SelectMany(before => phases.Select(phase => (StridePhase[])[.. before, phase])));

    private static string Kernel(ConvolutionNode node) =>
        $"({string.Join(", ", node.Windows.Select(w => w.Size))}, {node.InputShape.Last}, {node.Filters})";
}
