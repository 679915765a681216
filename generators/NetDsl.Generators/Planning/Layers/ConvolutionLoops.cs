using NetDsl.Generators.Planning.Steps;
using NetDsl.Generators.Shapes;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning.Layers;

/// <summary>
/// The contractions between what windows move over and what they give: gathering each window's values with a kernel is a convolution
/// forward, and the way back of a transposed one; spreading what they gave over their values is a convolution's way back, and a transposed
/// one forward. Dimensions before the windows' are only more places.
/// </summary>
/// <param name="node">The layer.</param>
/// <param name="windows">The windows.</param>
/// <param name="channels">The channels of what they move over.</param>
/// <param name="filters">The channels of what they give.</param>
internal sealed class ConvolutionLoops(LayerNode node, EquatableArray<Window> windows, int channels, int filters)
{
    /// <summary>Places below which samples fill the tiles better than the places of one sample.</summary>
    private const int PlacesForOneSample = 4;

    /// <summary>The zeros that gathering wants around what the windows move over.</summary>
    public Halo GatheringHalo => new(windows.Select(w => new Margin(w.PadBefore, w.PadAfter)));

    /// <summary>The zeros that spreading wants around what the windows gave.</summary>
    public Halo SpreadingHalo => StridePhase.HaloOf(windows);

    /// <summary>The kernel's extents, in words.</summary>
    public string Kernel => $"({string.Join(", ", windows.Select(w => w.Size))}, {channels}, {filters})";

    private int[] Sizes => [.. windows.Select(w => w.Size)];

    /// <summary>Gathers the values under each window: the implicit matrix of them times the kernel, its rows read where they lie.</summary>
    public Contraction Gather(
        string name, string comment, TensorView from, Operand kernel, DeltaTarget to, Operand? bias, ElementType element)
    {
        IEnumerable<Loop> places = this.Places(from, to.View, to.Values);
        return new(
            name,
            comment,
            A: this.FirstWindow(from),
            B: kernel,
            C: to.View.Base,
            bias,
            to.Y,
            Role(places),
            Loop.Merge(places),
            Loop.Merge(this.KernelLoops(from)),
            new(filters, element.Padded(filters)),
            to.Epilogue)
        {
            ForInputGradient = to.ForInputGradient,
        };
    }

    /// <summary>
    /// Spreads what the windows gave over their values: a convolution with the kernel turned by half a turn and transposed, one for each
    /// phase of the strides. Values that no tap reaches get the bias alone, or zero.
    /// </summary>
    /// <param name="builder">What buffers are made with.</param>
    /// <param name="name">The name of the contractions.</param>
    /// <param name="comment">What they do, without their cost.</param>
    /// <param name="kernel">The name of the kernel among the parameters.</param>
    /// <param name="from">What the windows gave.</param>
    /// <param name="to">Where the values go.</param>
    /// <param name="bias">What the sums start from; null for zero.</param>
    public IEnumerable<(TransposeStep? Turn, Contraction Product)> Spread(
        PlanBuilder builder, string name, string comment, string kernel, TensorView from, DeltaTarget to, Operand? bias)
    {
        foreach (StridePhase[] phases in StridePhase.Combinations(windows))
        {
            string suffix = windows.All(w => w.Stride == 1) ? "" : string.Concat(phases.Select(p => $"_{p.FirstTap}"));
            if (phases.All(p => p.Taps > 0))
            {
                TransposeStep turn = this.Turn(builder, kernel, phases, suffix) with { ForInputGradient = to.ForInputGradient };
                yield return (turn, this.SpreadPhase(name + suffix, comment, turn.Destination, from, to, bias, phases, builder.Element));
            }
            else if (!to.Epilogue.Accumulate)
            {
                yield return (null, this.SpreadPhase(name + suffix, comment, null, from, to, bias, phases, builder.Element));
            }
        }
    }

    /// <summary>The gradient of the kernel of one portion of the batch.</summary>
    public Contraction KernelGradient(string name, string comment, TensorView from, TensorView given, Operand to, Portions portions) => new(
        name,
        comment,
        A: this.FirstWindow(from),
        B: given.Base,
        C: to,
        Bias: null,
        Y: null,
        SampleRole.Terms,
        Loop.Merge(this.KernelLoops(from).Select(loop => loop with { B = 0, C = loop.B })),
        Loop.Merge(this.Places(from, given, null).Select(loop => loop with { B = loop.C, C = 0 })),
        new(filters, given.PaddedLast),
        new())
    {
        Portions = portions,
    };

    /// <summary>One phase of the windows; without a kernel a sum of no terms.</summary>
    private Contraction SpreadPhase(
        string name,
        string comment,
        Operand? turned,
        TensorView from,
        DeltaTarget to,
        Operand? bias,
        StridePhase[] phases,
        ElementType element)
    {
        int axes = phases.Length;
        int[] taps = [.. phases.Select(p => p.Taps)];
        IEnumerable<Loop> outer = Loop.Over(a: from.Before(axes), c: to.View.Before(axes), y: to.Values.Before(axes));
        IEnumerable<Loop> places = outer.Concat(phases.Select((phase, i) => new Loop(
            "place",
            phase.Inputs,
            A: turned is null ? 0 : from.Strides(axes)[i],
            C: windows[i].Stride * to.View.Strides(axes)[i],
            Y: windows[i].Stride * to.Values.Strides(axes)[i])));
        Operand result = Moved(to.View.Base, to.View, p => p.FirstInput);
        Loop[] terms =
        [
            .. taps.Select((count, i) => new Loop("tap", count, A: from.Strides(axes)[i] * phases[i].Dilation, B: Inside(taps, i) * filters)),
            new Loop("filter", filters, A: 1, B: 1),
        ];
        long products = turned is null ? 0 : places.Aggregate(1L, (n, l) => n * l.Extent) * turned.PanelRows * channels;
        return new(
            name,
            $"{comment}; {PlanBuilder.Number(2 * products)} FLOPs a sample",
            A: turned is null ? from.Base : Moved(from.Base, from, p => p.FirstRead),
            B: turned ?? result,
            C: result,
            bias,
            to.Y is null ? null : Moved(to.Values.Base, to.Values, p => p.FirstInput),
            Role(places),
            Loop.Merge(places),
            turned is null ? new([new Loop("tap", 0)]) : Loop.Merge(terms),
            new(channels, element.Padded(channels)),
            to.Epilogue)
        {
            ForInputGradient = to.ForInputGradient,
        };

        Operand Moved(Operand operand, TensorView view, Func<StridePhase, int> by) =>
            operand with { Offset = operand.Offset + phases.Zip(view.Strides(axes), (phase, stride) => by(phase) * stride).Sum() };
    }

    /// <summary>The kernel of one phase of each window, every stride-th tap, turned by half a turn and transposed.</summary>
    private TransposeStep Turn(PlanBuilder builder, string kernel, StridePhase[] phases, string suffix)
    {
        int[] taps = [.. phases.Select(p => p.Taps)];
        int terms = taps.Aggregate(filters, (n, count) => n * count);
        Operand turned = builder.AddShared(
            $"{node.Name}_turned{suffix}", $"kernel of {node.Name}, turned by half a turn and transposed", terms, channels);
        return new(
            $"{node.Name}_Turn{suffix}",
            $"kernel {this.Kernel} -> ({string.Join(", ", taps)}, {filters}, {channels}), turned by half a turn",
            builder.ParameterOperand(node, kernel),
            new(filters, builder.Element.Padded(filters)),
            Rows: channels,
            SourceRow: phases.Select((phase, i) => phase.FirstTap * Inside(this.Sizes, i)).Sum() * channels,
            turned,
            new(channels, builder.Element.Padded(channels)),
            DestinationRow: terms - filters,
            DestinationColumn: 0,
            new(taps.Select((count, i) => new Loop(
                "tap", count, A: windows[i].Stride * Inside(this.Sizes, i) * channels, B: -Inside(taps, i) * filters))));
    }

    /// <summary>The loops over the places of the windows: A is the step in what they move over, C in what they give.</summary>
    private IEnumerable<Loop> Places(TensorView from, TensorView to, TensorView? y)
    {
        int axes = windows.Count;
        return Loop.Over(a: from.Before(axes), c: to.Before(axes), y: y?.Before(axes)).Concat(windows.Select((window, i) => new Loop(
            "place", window.Output, A: window.Stride * from.Strides(axes)[i], C: to.Strides(axes)[i], Y: y?.Strides(axes)[i] ?? 0)));
    }

    /// <summary>The loops over the kernel: A is the step in what the windows move over, B the step in the rows of the kernel.</summary>
    private IEnumerable<Loop> KernelLoops(TensorView from) => windows
        .Select((window, i) => new Loop(
            "tap", window.Size, A: window.Dilation * from.Strides(windows.Count)[i], B: Inside(this.Sizes, i) * channels))
        .Append(new("channel", channels, A: 1, B: 1));

    /// <summary>Where the kernel lies first, with its corner in the zeros around the values.</summary>
    private Operand FirstWindow(TensorView from) => from.Base with
    {
        Offset = from.Base.Offset - windows.Zip(from.Strides(windows.Count), (window, stride) => window.PadBefore * stride).Sum(),
    };

    private static SampleRole Role(IEnumerable<Loop> places) =>
        places.Aggregate(1L, (n, loop) => n * loop.Extent) >= PlacesForOneSample ? SampleRole.Outer : SampleRole.Rows;

    /// <summary>The extents inside one of several nested ones, multiplied.</summary>
    private static int Inside(int[] extents, int place) => extents.Skip(place + 1).Aggregate(1, (n, extent) => n * extent);
}
