using NetDsl.Generators.Shapes;

namespace NetDsl.Generators.Planning;

/// <summary>How a tensor lies in memory.</summary>
/// <param name="Base">Its first value.</param>
/// <param name="Axes">The dimensions in memory of each axis of its shape: one each, or several where a Flatten only looks at them as one.</param>
/// <param name="Size">The elements of one sample's whole region, halo and padding included.</param>
/// <param name="PaddedLast">The elements stored for the last axis; those beyond its extent are padding.</param>
internal sealed record TensorView(Operand Base, EquatableArray<EquatableArray<Dimension>> Axes, int Size, int PaddedLast)
{
    /// <summary>All dimensions, slowest-varying first.</summary>
    public IEnumerable<Dimension> Dimensions => this.Axes.SelectMany(axis => axis);

    /// <summary>The dimensions of all axes but the last.</summary>
    public IEnumerable<Dimension> Leading => this.Axes.Take(this.Axes.Count - 1).SelectMany(axis => axis);

    /// <summary>The dimensions of the last axis.</summary>
    public EquatableArray<Dimension> Last => this.Axes[this.Axes.Count - 1];

    /// <summary>The dimensions before the last few axes and the channels: a layer that works on those does the same at each place here.</summary>
    /// <param name="axes">How many axes the layer works on, besides the channels.</param>
    public IEnumerable<Dimension> Before(int axes) => this.Axes.Take(this.Axes.Count - 1 - axes).SelectMany(axis => axis);

    /// <summary>Elements from one value to the next along each of the last few axes before the channels.</summary>
    /// <param name="axes">How many.</param>
    public int[] Strides(int axes) => [.. this.Axes.Skip(this.Axes.Count - 1 - axes).Take(axes).Select(axis => axis[0].Stride)];

    /// <summary>A view of a shape, last axis padded, with zeros around the axes before it.</summary>
    public static TensorView Of(Shape shape, Memory memory, string buffer, Halo halo, bool padded, ElementType element)
    {
        int last = padded ? element.Padded(shape.Last) : shape.Last;
        int[] strides = new int[shape.Rank];
        int stride = 1;
        int offset = 0;
        for (int axis = shape.Rank - 1; axis >= 0; axis--)
        {
            strides[axis] = stride;
            Margin margin = halo[shape.Rank - 1 - axis];
            offset += margin.Before * stride;
            stride *= axis == shape.Rank - 1 ? last : margin.Before + shape[axis] + margin.After;
        }

        int sampleStride = memory == Memory.Batch ? SampleStride(stride, element) : stride;
        return new(
            new(memory, buffer, offset, sampleStride),
            new(shape.Extents.Select((extent, axis) => new EquatableArray<Dimension>([new Dimension(extent, strides[axis])]))),
            stride,
            last);
    }

    /// <summary>
    /// Elements from one sample to the next. Where a layer takes a whole sample as one run of columns, its last vector ends in the sample's
    /// own padding. Rows of a tile that lie a multiple of 2 KB apart fall into few sets of a first-level cache and push each other out, so
    /// such a stride gets one cache line more.
    /// </summary>
    public static int SampleStride(int size, ElementType element)
    {
        int stride = element.Padded(size);
        return stride * element.Size % 2048 == 0 ? stride + element.LongestVector : stride;
    }

    /// <summary>The same memory looked at as one axis.</summary>
    public TensorView Flattened() => this with { Axes = new([new EquatableArray<Dimension>(this.Dimensions)]) };

    /// <summary>The same memory with the axis before the last taken from its end to its beginning.</summary>
    public TensorView Reversed()
    {
        int axis = this.Axes.Count - 2;
        EquatableArray<Dimension> steps = this.Axes[axis];
        return this with
        {
            Base = this.Base with { Offset = this.Base.Offset + steps.Sum(d => (d.Extent - 1) * d.Stride) },
            Axes = new(this.Axes.Select((dimensions, i) => i == axis ? new(steps.Select(d => d with { Stride = -d.Stride })) : dimensions)),
        };
    }

    /// <summary>What there is at one place of the axis before the last, which moves with the turns of a loop.</summary>
    /// <param name="first">The place in the first turn.</param>
    public TensorView AtTurn(int first = 0)
    {
        TensorView place = this.At(first);
        return place with { Base = place.Base with { TurnStride = this.Axes[this.Axes.Count - 2][0].Stride } };
    }

    /// <summary>The same memory seen from another place of the axis before the last on.</summary>
    public TensorView Shifted(int places) =>
        this with { Base = this.Base with { Offset = this.Base.Offset + (places * this.Axes[this.Axes.Count - 2][0].Stride) } };

    /// <summary>What there is at one place of the axis before the last.</summary>
    public TensorView At(int place) =>
        this.Shifted(place) with { Axes = new(this.Axes.Where((_, axis) => axis != this.Axes.Count - 2)) };

    /// <summary>What there is at one place of the axis before the last two.</summary>
    public TensorView Plane(int place)
    {
        int plane = this.Axes.Count - 3;
        return this with
        {
            Base = this.Base with { Offset = this.Base.Offset + (place * this.Axes[plane][0].Stride) },
            Axes = new(this.Axes.Where((_, axis) => axis != plane)),
        };
    }

    /// <summary>Whether both lie alike, so that an offset into one is an offset into the other.</summary>
    public bool LiesLike(TensorView other) => this.Axes == other.Axes && this.Base.Offset == other.Base.Offset && this.Size == other.Size;

    /// <summary>Whether the values of the last axis follow each other without a gap.</summary>
    public bool IsLastUnbroken
    {
        get
        {
            EquatableArray<Loop> loops = Loop.Merge(this.Last.Select(d => new Loop("", d.Extent, A: d.Stride)));
            return loops.Count == 0 || (loops.Count == 1 && loops[0].A == 1);
        }
    }
}
