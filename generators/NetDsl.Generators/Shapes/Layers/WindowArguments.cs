using NetDsl.Generators.Diagnostics;

namespace NetDsl.Generators.Shapes.Layers;

/// <summary>The arguments that a layer describes its window with.</summary>
/// <param name="Window">What the layer calls it: kernel, pool.</param>
/// <param name="Size">The argument that gives all its sizes at once.</param>
/// <param name="StrideIsSizeAtZero">Whether strides of 0, or none, mean the window's own size; else none means 1.</param>
/// <param name="Axes">The dimensions it moves along, those before the channels.</param>
/// <param name="IsCausalAllowed">Whether all zeros may come before the input.</param>
internal sealed record WindowArguments(
    string Window, string Size, bool StrideIsSizeAtZero, EquatableArray<WindowAxis> Axes, bool IsCausalAllowed = false)
{
    private const string Strides = nameof(Strides);
    private const string DilationRate = nameof(DilationRate);
    private const string Padding = nameof(Padding);

    /// <summary>
    /// Reports sizes, strides and dilations below 1, strides together with dilations, and a padding that the layer does not have.
    /// </summary>
    public void Check(LayerContext layer)
    {
        IEnumerable<string> names = this.Axes.Select(a => a.Size).Prepend(this.Size)
            .Concat(this.Axes.Select(a => a.Stride)).Append(Strides)
            .Concat(this.Axes.Select(a => a.Dilation ?? DilationRate)).Append(DilationRate).Distinct();
        foreach (string name in names.Where(n => n != Strides || !this.StrideIsSizeAtZero || layer.Spec.Integer(Strides, 0) != 0))
        {
            layer.RequirePositive(name);
        }

        if (this.Axes.Any(a => this.StrideOf(layer, a, 1) > 1) && this.Axes.FirstOrDefault(a => DilationOf(layer, a) > 1) is { } dilated)
        {
            layer.Report(DiagnosticDescriptors.StridesWithDilation, DilationArgumentOf(layer, dilated), layer.Spec.Kind);
        }

        if (layer.Spec.Text(Padding) == "Causal" && !this.IsCausalAllowed)
        {
            layer.Report(DiagnosticDescriptors.CausalPadding, Padding, layer.Spec.Kind);
        }
    }

    /// <summary>The argument that a size was given with, to report a mistake at.</summary>
    public string ArgumentOf(LayerContext layer, WindowAxis axis) => layer.Spec.Has(this.Size) ? this.Size : axis.Size;

    /// <summary>What is said of the window along each dimension; null after reporting why it cannot be.</summary>
    public EquatableArray<WindowMeasure>? Measure(LayerContext layer)
    {
        if (!layer.RequireAxes([.. this.Axes.Select(a => a.Name), "channels"]))
        {
            return null;
        }

        int all = layer.Spec.Integer(this.Size, 0);
        IEnumerable<int> inputs = layer.InputShape.Extents.Skip(layer.InputShape.Rank - 1 - this.Axes.Count);
        EquatableArray<WindowMeasure> measures = new(this.Axes.Zip(inputs, (axis, input) =>
        {
            int size = layer.Spec.Integer(axis.Size, all);
            return new WindowMeasure(input, size, this.StrideOf(layer, axis, size), DilationOf(layer, axis));
        }));
        for (int i = 0; i < measures.Count; i++)
        {
            WindowMeasure measure = measures[i];
            if (measure.Dilation > 1
                && !layer.CountFits($"the {this.Window} with its gaps", DilationArgumentOf(layer, this.Axes[i]), measure.Size, measure.Dilation))
            {
                return null;
            }
        }

        return measures;
    }

    /// <summary>The window along each dimension; null after reporting why it does not fit the input.</summary>
    public EquatableArray<Window>? Windows(LayerContext layer)
    {
        if (this.Measure(layer) is not { } measures)
        {
            return null;
        }

        string? padding = layer.Spec.Text(Padding);
        int large = padding is "Same" or "Causal" ? -1 : Array.FindIndex(measures.ToArray(), m => m.Reach > m.Input);
        if (large >= 0)
        {
            string window = measures.Any(m => m.Dilation > 1) ? $"{this.Window} with its gaps" : this.Window;
            layer.Report(
                DiagnosticDescriptors.WindowTooLarge,
                this.ArgumentOf(layer, this.Axes[large]),
                layer.Spec.Kind,
                window,
                new Shape([.. measures.Select(m => m.Reach)]).ToString(),
                layer.Giver,
                layer.InputShape.ToString());
            return null;
        }

        if (padding is "Same" or "Causal" && measures.Any(m => m.Dilation > 1) && !this.RoomFits(layer, measures))
        {
            return null;
        }

        return new(measures.Select(m => padding switch
        {
            "Same" => Layers.Window.Same(m.Input, m.Size, m.Stride, m.Dilation),
            "Causal" => Layers.Window.Causal(m.Input, m.Size, m.Stride, m.Dilation),
            _ => Layers.Window.Valid(m.Input, m.Size, m.Stride, m.Dilation),
        }));
    }

    /// <summary>The extents of what windows give: the dimensions before them, the places they stop at, the channels.</summary>
    public static int[] Output(Shape input, EquatableArray<Window> windows, int channels) =>
        [.. input.Extents.Take(input.Rank - 1 - windows.Count), .. windows.Select(w => w.Output), channels];

    /// <summary>Whether an input with zeros around it for a window with gaps can be counted; reports it otherwise.</summary>
    private bool RoomFits(LayerContext layer, EquatableArray<WindowMeasure> measures)
    {
        Shape input = layer.InputShape;
        IEnumerable<int> before = input.Extents.Take(input.Rank - 1 - measures.Count);
        IEnumerable<int> along = measures.Select(m => (int)Math.Min((long)m.Input + m.Reach, int.MaxValue));
        WindowAxis dilated = this.Axes.First(axis => DilationOf(layer, axis) > 1);
        return layer.CountFits("the input with zeros around it", DilationArgumentOf(layer, dilated), [.. before, .. along, input.Last]);
    }

    private int StrideOf(LayerContext layer, WindowAxis axis, int size)
    {
        int stride = layer.Spec.Integer(axis.Stride, layer.Spec.Integer(Strides, this.StrideIsSizeAtZero ? 0 : 1));
        return stride == 0 ? size : stride;
    }

    private static int DilationOf(LayerContext layer, WindowAxis axis) =>
        axis.Dilation is { } name ? layer.Spec.Integer(name, layer.Spec.Integer(DilationRate, 1)) : 1;

    private static string DilationArgumentOf(LayerContext layer, WindowAxis axis) =>
        axis.Dilation is { } name && layer.Spec.Has(name) ? name : DilationRate;
}
