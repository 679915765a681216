using NetDsl.Generators.Planning.Steps;
using NetDsl.Generators.Shapes;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning.Layers;

/// <summary>
/// A convolution whose last window is taken by a <see cref="MinimalFilter"/>: input and kernel are transformed along that axis, the products
/// of each point are a contraction over the other taps and the channels, and their transform is the output. The way back is the same with
/// each matrix transposed: the transformed gradient of the output serves both the kernel's gradient and the input's.
/// </summary>
internal sealed class FilteredConvolution
{
    private readonly ConvolutionNode node;
    private readonly ElementType element;
    private readonly MinimalFilter filter;
    private readonly FilteredKernel kernel;
    private readonly Window window;
    private readonly Window[] others;
    private readonly int pieces;
    private readonly int axes;
    private readonly Planes inputs;
    private readonly Planes products;
    private readonly Planes deltas;

    private FilteredConvolution(ConvolutionNode node, MinimalFilter filter, ElementType element)
    {
        this.node = node;
        this.element = element;
        this.filter = filter;
        this.kernel = new(node, filter, element);
        this.axes = node.Windows.Count;
        this.window = node.Windows[this.axes - 1];
        this.others = [.. node.Windows.Take(this.axes - 1)];
        this.pieces = FilterChoice.Pieces(this.window, filter);
        int leading = node.InputShape.Rank - 1 - this.axes;
        IEnumerable<int> before = node.InputShape.Extents.Take(leading);
        Shape Shape(Func<Window, int> extent, int channels) => new([.. before, .. this.others.Select(extent), this.pieces, channels]);
        Halo padding = this.Around(w => new(w.PadBefore, w.PadAfter));
        this.inputs = Planes.Of(filter.Products, Shape(w => w.Input, node.InputShape.Last), $"{node.Name}_points", padding, element);
        Halo reach = this.Around(DeltaMargin);
        this.products = Planes.Of(filter.Products, Shape(w => w.Output, node.Filters), $"{node.Name}_products", reach, element);
        this.deltas = Planes.Of(filter.Products, Shape(w => w.Input, node.InputShape.Last), $"{node.Name}_pointDelta", default, element);
    }

    /// <summary>The zeros around the input: along the last axis only, since the transformed input has its own along the others.</summary>
    public Halo InputHalo => new([.. this.others.Select(_ => default(Margin)), new Margin(
        this.window.PadBefore,
        (this.pieces * this.filter.Outputs) + this.filter.Taps - 1 - this.window.PadBefore - this.window.Input)]);

    /// <summary>The zeros around the gradient of the output: what the last piece has too much.</summary>
    public Halo DeltaHalo => new(
        [.. this.others.Select(_ => default(Margin)), new Margin(0, (this.pieces * this.filter.Outputs) - this.window.Output)]);

    private int Channels => this.node.InputShape.Last;

    private string Kernel => $"({string.Join(", ", this.node.Windows.Select(w => w.Size))}, {this.Channels}, {this.node.Filters})";

    /// <summary>
    /// The convolution by the best filter there is for it; null where the direct sum is as fast, and where other layers use the same kernel: its
    /// gradient would have to be brought back from the points of each before it is summed.
    /// </summary>
    public static FilteredConvolution? For(ConvolutionNode node, ElementType element) =>
        !node.IsShared && FilterChoice.Of(node) is { } filter ? new(node, filter, element) : null;

    public void Forward(PlanBuilder builder)
    {
        TensorView input = builder.ReadInputOf(this.node).Values;
        TensorView output = builder.AddOutput(this.node, this.deltas.First.Base.SampleStride).Values;
        builder.AddPlanes(this.inputs, $"input of {this.node.Name} at the {this.filter.Products} points of its filter");
        builder.AddPlanes(this.products, $"output of {this.node.Name} at these points; on the way back its gradient");
        Operand kernel = builder.AddShared(
            $"{this.node.Name}_kernel", $"kernel of {this.node.Name} at these points", this.kernel.Rows, this.node.Filters);
        foreach (AxisTransform step in this.kernel.ToPoints(builder.ParameterOperand(this.node, "kernel"), kernel, this.Kernel))
        {
            builder.AddKernelTransform(this.node, step);
        }

        builder.AddForward(this.node, this.InputStep(input));
        builder.AddForward(this.node, this.ProductStep(kernel));
        builder.AddForward(this.node, this.OutputStep(builder, output));
        builder.AddActivation(this.node);
        builder.Describe(this.node, $"minimal filter F({this.filter.Outputs}, {this.filter.Taps}), tiled");
    }

    public void Backward(PlanBuilder builder)
    {
        DeltaTarget target = PlanBuilder.Contribute(builder.InputOf(this.node), DerivativeSupport.AnyLayout);
        TensorView delta = builder.TensorOf(this.node).Delta!;
        Planes deltas = this.PlaceDeltas(builder, delta);
        builder.AddBackward(this.node, new AxisTransform(
            $"{this.node.Name}_DeltaPoints",
            $"gradient of {this.node.OutputShape} at {this.filter.Products} points",
            this.filter.Output.Transposed,
            delta.Base,
            this.products.First.Base,
            Bias: null,
            Y: null,
            BySample: true,
            Loop.Merge(this.Places(delta, this.products.First, w => w.Output)),
            new([new AxisPiece(
                this.pieces,
                default,
                new(this.filter.Outputs * AxisStride(delta), AxisStride(this.products.First), 0),
                AxisPoint.All(Enumerable.Range(0, this.filter.Outputs).Select(i => new Place(i * AxisStride(delta), 0, 0))),
                AxisPoint.All(this.products.Offsets.Select(offset => new Place(0, offset, 0))))]),
            delta.PaddedLast,
            delta.PaddedLast,
            new()));
        builder.AddBackward(this.node, this.InputGradientProducts(builder, target, deltas));
        builder.AddBackward(this.node, this.InputGradientStep(target, deltas));
        this.AddKernelGradient(builder);
        if (this.node.UseBias)
        {
            // At the point 1 the outputs of a piece are simply added, so their gradient at that point is the sum of theirs.
            TensorView sums = this.products.First;
            builder.AddGradientInPortions(this.node, "bias", (destination, portions) => new BiasGradientStep(
                $"{this.node.Name}_BiasGradient",
                $"sum over samples and places of the gradient of {this.node.OutputShape}",
                sums with { Base = sums.Base with { Offset = sums.Base.Offset + this.products.Stride } },
                destination,
                new(this.node.Filters, sums.PaddedLast))
            {
                Portions = portions,
            });
        }
    }

    /// <summary>
    /// The gradient of the input at the points takes the place of the gradient of the output, which at the points is all that is read from then
    /// on: where the buffer has room and no zeros around its values that must stay.
    /// </summary>
    private Planes PlaceDeltas(PlanBuilder builder, TensorView delta)
    {
        if (delta.Base.Offset == 0 && this.DeltaHalo.IsEmpty && delta.Base.SampleStride >= this.deltas.First.Base.SampleStride)
        {
            TensorView first = this.deltas.First;
            return this.deltas with { First = first with { Base = delta.Base } };
        }

        builder.AddPlanes(this.deltas, $"gradient of the input of {this.node.Name} at these points");
        return this.deltas;
    }

    private static Margin DeltaMargin(Window window) =>
        new(window.Size - 1 - window.PadBefore, Math.Max(0, window.Input - 1 + window.PadBefore - (window.Output - 1)));

    private static int AxisStride(TensorView view) => view.Strides(1)[0];

    private Halo Around(Func<Window, Margin> margin) => new([.. this.others.Select(margin), default]);

    /// <summary>The loops over the places before the transformed axis.</summary>
    private IEnumerable<Loop> Places(TensorView a, TensorView c, Func<Window, int> extent, TensorView? y = null)
    {
        IEnumerable<Loop> leading = Loop.Over(a: a.Before(this.axes), c: c.Before(this.axes), y: y?.Before(this.axes));
        return leading.Concat(this.others.Select((w, i) => new Loop(
            "place", extent(w), A: a.Strides(this.axes)[i], C: c.Strides(this.axes)[i], Y: y?.Strides(this.axes)[i] ?? 0)));
    }

    /// <summary>The loops over the taps of the other windows and the channels.</summary>
    private IEnumerable<Loop> Taps(TensorView a, int channels) => this.others
        .Select((w, i) => new Loop(
            "tap", w.Size, A: a.Strides(this.axes)[i], B: this.others.Skip(i + 1).Aggregate(channels, (n, inner) => n * inner.Size)))
        .Append(new("channel", channels, A: 1, B: 1));

    private Operand Moved(TensorView view, Func<Window, int> by) =>
        view.Base with { Offset = view.Base.Offset + this.others.Zip(view.Strides(this.axes), (w, stride) => by(w) * stride).Sum() };

    private AxisTransform InputStep(TensorView input)
    {
        int stride = AxisStride(input);
        return new(
            $"{this.node.Name}_Points",
            $"{this.node.InputShape} at {this.filter.Products} points for each {this.filter.Outputs} outputs",
            this.filter.Input,
            input.Base,
            this.inputs.First.Base,
            Bias: null,
            Y: null,
            BySample: true,
            Loop.Merge(this.Places(input, this.inputs.First, w => w.Input)),
            new([new AxisPiece(
                this.pieces,
                new(-this.window.PadBefore * stride, 0, 0),
                new(this.filter.Outputs * stride, AxisStride(this.inputs.First), 0),
                AxisPoint.All(Enumerable.Range(0, this.filter.Products).Select(i => new Place(i * stride, 0, 0))),
                AxisPoint.All(this.inputs.Offsets.Select(offset => new Place(0, offset, 0))))]),
            input.PaddedLast,
            input.PaddedLast,
            new());
    }

    private Contraction ProductStep(Operand kernel)
    {
        TensorView from = this.inputs.First;
        TensorView to = this.products.First;
        IEnumerable<Loop> places = this.Places(from, to, w => w.Output).Append(new("piece", this.pieces, A: AxisStride(from), C: AxisStride(to)));
        return new(
            $"{this.node.Name}_Forward",
            $"{this.node.InputShape} * kernel {this.Kernel} -> {this.node.OutputShape} at {this.filter.Products} points; {this.Flops()} FLOPs a sample",
            A: this.Moved(from, w => -w.PadBefore),
            B: kernel,
            C: to.Base,
            Bias: null,
            Y: null,
            SampleRole.Outer,
            new([new Loop("point", this.filter.Products, A: this.inputs.Stride, B: this.kernel.RowsOfPoint, C: this.products.Stride), .. Loop.Merge(places)]),
            Loop.Merge(this.Taps(from, this.Channels)),
            new(this.node.Filters, to.PaddedLast),
            new());
    }

    private AxisTransform OutputStep(PlanBuilder builder, TensorView output)
    {
        int stride = AxisStride(output);
        int whole = output.Axes[output.Axes.Count - 2][0].Extent / this.filter.Outputs;
        Place step = new(AxisStride(this.products.First), this.filter.Outputs * stride, 0);
        AxisPiece Piece(int count, int first, int outputs) => new(
            count,
            step * first,
            step,
            AxisPoint.All(this.products.Offsets.Select(offset => new Place(offset, 0, 0))),
            AxisPoint.All(Enumerable.Range(0, outputs).Select(i => new Place(0, i * stride, 0))));
        AxisPiece[] all = [Piece(whole, 0, this.filter.Outputs), Piece(1, whole, this.window.Output - (whole * this.filter.Outputs))];
        return new(
            $"{this.node.Name}_Output",
            $"{this.node.OutputShape} from its {this.filter.Products} points",
            this.filter.Output,
            this.products.First.Base,
            output.Base,
            this.node.UseBias ? builder.ParameterOperand(this.node, "bias") : null,
            Y: null,
            BySample: true,
            Loop.Merge(this.Places(this.products.First, output, w => w.Output)),
            new(all.Where(piece => piece.Count > 0 && piece.Outputs.Count > 0)),
            output.PaddedLast,
            output.PaddedLast,
            new(Activation: builder.TileActivation(this.node)))
        {
            Scale = builder.AddFusedScale(this.node),
        };
    }

    /// <summary>The gradient of the input at the points, from that of the output: a contraction with the kernel turned along the other windows.</summary>
    private Contraction InputGradientProducts(PlanBuilder builder, DeltaTarget target, Planes deltas)
    {
        int taps = this.kernel.OtherTaps;
        int points = this.filter.Products;
        Operand turned = builder.AddShared(
            $"{this.node.Name}_turned",
            $"kernel of {this.node.Name} at these points, turned and transposed",
            points * taps * this.node.Filters,
            this.Channels);
        builder.AddPrepare(this.node, new TransposeStep(
            $"{this.node.Name}_Turn",
            $"kernel {this.Kernel} at {points} points, turned by half a turn and transposed",
            new(Memory.Shared, $"{this.node.Name}_kernel", 0, 0, this.kernel.Rows),
            new(this.node.Filters, this.element.Padded(this.node.Filters)),
            Rows: this.Channels,
            SourceRow: 0,
            turned,
            new(this.Channels, this.element.Padded(this.Channels)),
            DestinationRow: (taps - 1) * this.node.Filters,
            DestinationColumn: 0,
            new(
            [
                new Loop("point", points, A: this.kernel.RowsOfPoint, B: taps * this.node.Filters),
                new Loop("tap", taps, A: this.Channels, B: -this.node.Filters),
            ]))
        {
            ForInputGradient = target.ForInputGradient,
        });
        TensorView from = this.products.First;
        TensorView to = deltas.First;
        IEnumerable<Loop> places = this.Places(from, to, w => w.Input).Append(new("piece", this.pieces, A: AxisStride(from), C: AxisStride(to)));
        return new(
            $"{this.node.Name}_Backward",
            $"gradient of {this.node.OutputShape} * turned kernel -> {this.node.InputShape} at {points} points; {this.Flops()} FLOPs a sample",
            A: this.Moved(from, w => w.PadBefore - w.Size + 1),
            B: turned,
            C: to.Base,
            Bias: null,
            Y: null,
            SampleRole.Outer,
            new([new Loop("point", points, A: this.products.Stride, B: taps * this.node.Filters, C: deltas.Stride), .. Loop.Merge(places)]),
            Loop.Merge(this.Taps(from, this.node.Filters)),
            new(this.Channels, to.PaddedLast),
            new())
        {
            ForInputGradient = target.ForInputGradient,
        };
    }

    /// <summary>
    /// The gradient of the input from the points of the pieces, which overlap: each run of as many inputs as a piece has outputs takes the
    /// first part of one piece and the last part of the one before it.
    /// </summary>
    private AxisTransform InputGradientStep(DeltaTarget target, Planes deltas)
    {
        int outputs = this.filter.Outputs;
        int points = this.filter.Products;
        Matrix window = this.filter.Input.Transposed;
        TensorView from = deltas.First;
        int c = AxisStride(target.View);
        int y = AxisStride(target.Values);
        List<AxisPiece> all = [];
        for (int run = 0; run <= this.pieces; run++)
        {
            int start = (run * outputs) - this.window.PadBefore;
            IEnumerable<AxisPoint> inputs = deltas.Offsets.SelectMany((offset, i) => new[]
            {
                new AxisPoint(i, new(offset, 0, 0)), new AxisPoint(points + i, new(offset - AxisStride(from), 0, 0)),
            });
            int first = run;
            AxisPiece piece = new(
                1,
                new(run * AxisStride(from), start * c, start * y),
                new(AxisStride(from), outputs * c, outputs * y),
                new(inputs.Where(input => input.Index < points ? first < this.pieces : first > 0)),
                new(Enumerable.Range(0, outputs)
                    .Where(i => start + i >= 0 && start + i < this.window.Input)
                    .Select(i => new AxisPoint(i, new(0, i * c, i * y)))));
            if (all.Count > 0 && all[all.Count - 1] is var last && last.Inputs == piece.Inputs && last.Outputs == piece.Outputs)
            {
                all[all.Count - 1] = last with { Count = last.Count + 1 };
            }
            else if (piece.Outputs.Count > 0)
            {
                all.Add(piece);
            }
        }

        return new(
            $"{this.node.Name}_InputGradient",
            $"gradient of {this.node.InputShape} from its {points} points",
            new(outputs, 2 * points, (row, column) => (column < points ? row : row + outputs) is var at && at < points ? window[at, column % points] : 0),
            from.Base,
            target.View.Base,
            Bias: null,
            target.Y,
            BySample: true,
            Loop.Merge(this.Places(from, target.View, w => w.Input, target.Values)),
            new(all),
            target.View.PaddedLast,
            target.View.PaddedLast,
            target.Epilogue)
        {
            ForInputGradient = target.ForInputGradient,
        };
    }

    private void AddKernelGradient(PlanBuilder builder)
    {
        TensorView input = this.inputs.First;
        TensorView delta = this.products.First;
        int points = this.filter.Products;
        Operand gradient = builder.AddShared(
            $"{this.node.Name}_kernelGradient",
            $"gradient of the kernel of {this.node.Name} at these points, summed over each portion of the batch",
            this.kernel.Portions.Count * this.kernel.Rows,
            this.node.Filters);
        gradient = gradient with { PanelRows = this.kernel.Rows };
        IEnumerable<Loop> places = this.Places(input, delta, w => w.Output)
            .Append(new("piece", this.pieces, A: AxisStride(input), C: AxisStride(delta)))
            .Select(loop => loop with { B = loop.C, C = 0 });
        builder.AddGradient(this.node, new Contraction(
            $"{this.node.Name}_KernelGradient",
            $"sum over samples and places of {this.node.InputShape} x gradient of {this.node.OutputShape} -> {this.Kernel} at {points} points; {this.Flops()} FLOPs a sample",
            A: this.Moved(input, w => -w.PadBefore),
            B: delta.Base,
            C: gradient,
            Bias: null,
            Y: null,
            SampleRole.Terms,
            new(
            [
                new Loop("point", points, A: this.inputs.Stride, B: this.products.Stride, C: this.kernel.RowsOfPoint),
                .. Loop.Merge(this.Taps(input, this.Channels).Select(loop => loop with { B = 0, C = loop.B })),
            ]),
            Loop.Merge(places),
            new(this.node.Filters, delta.PaddedLast),
            new())
        {
            Portions = this.kernel.Portions,
        });
        foreach (AxisTransform step in this.kernel.FromPoints(gradient, builder.GradientOperand(this.node, "kernel"), this.Kernel))
        {
            builder.AddGradientTransform(this.node, step);
        }
    }

    private string Flops()
    {
        int places = this.node.OutputShape.Size / this.node.Filters / this.window.Output * this.pieces;
        return PlanBuilder.Number(2L * places * this.filter.Products * this.kernel.RowsOfPoint * this.node.Filters);
    }
}
