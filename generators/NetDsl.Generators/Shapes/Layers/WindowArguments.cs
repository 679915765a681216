using NetDsl.Generators.Diagnostics;

namespace NetDsl.Generators.Shapes.Layers;

/// <summary>The arguments that a layer describes its window with.</summary>
/// <param name="Window">What the layer calls it: kernel, pool.</param>
/// <param name="Size">The argument that gives all its sizes at once.</param>
/// <param name="StrideIsSizeAtZero">Whether strides of 0, or none, mean the window's own size; else none means 1.</param>
/// <param name="Axes">The dimensions it moves along, those before the channels.</param>
internal sealed record WindowArguments(string Window, string Size, bool StrideIsSizeAtZero, EquatableArray<WindowAxis> Axes)
{
    private const string Strides = nameof(Strides);

    /// <summary>Reports sizes and strides below 1.</summary>
    public void Check(LayerContext layer)
    {
        IEnumerable<string> names = this.Axes.Select(a => a.Size).Prepend(this.Size).Concat(this.Axes.Select(a => a.Stride)).Append(Strides).Distinct();
        foreach (string name in names.Where(n => n != Strides || !this.StrideIsSizeAtZero || layer.Spec.Integer(Strides, 0) != 0))
        {
            layer.RequirePositive(name);
        }
    }

    /// <summary>The argument that a size was given with, to report a mistake at.</summary>
    public string ArgumentOf(LayerContext layer, WindowAxis axis) => layer.Spec.Has(this.Size) ? this.Size : axis.Size;

    /// <summary>The window along each dimension; null after reporting why it does not fit the input.</summary>
    public EquatableArray<Window>? Windows(LayerContext layer)
    {
        if (!layer.RequireAxes([.. this.Axes.Select(a => a.Name), "channels"]))
        {
            return null;
        }

        int all = layer.Spec.Integer(this.Size, 0);
        int[] sizes = [.. this.Axes.Select(a => layer.Spec.Integer(a.Size, all))];
        int[] inputs = [.. layer.InputShape.Extents.Skip(layer.InputShape.Rank - 1 - sizes.Length).Take(sizes.Length)];
        int strides = layer.Spec.Integer(Strides, this.StrideIsSizeAtZero ? 0 : 1);
        bool same = layer.Spec.Text("Padding") == "Same";
        int large = same ? -1 : Array.FindIndex(sizes.Zip(inputs, (s, i) => s > i).ToArray(), isLarger => isLarger);
        if (large >= 0)
        {
            layer.Report(
                DiagnosticDescriptors.WindowTooLarge,
                this.ArgumentOf(layer, this.Axes[large]),
                layer.Spec.Kind,
                this.Window,
                new Shape(sizes).ToString(),
                layer.Giver,
                layer.InputShape.ToString());
            return null;
        }

        return new(sizes.Select((size, i) =>
        {
            int given = layer.Spec.Integer(this.Axes[i].Stride, strides);
            int stride = given == 0 ? size : given;
            return same ? Layers.Window.Same(inputs[i], size, stride) : Layers.Window.Valid(inputs[i], size, stride);
        }));
    }

    /// <summary>The extents of what windows give: the dimensions before them, the places they stop at, the channels.</summary>
    public static int[] Output(Shape input, EquatableArray<Window> windows, int channels) =>
        [.. input.Extents.Take(input.Rank - 1 - windows.Count), .. windows.Select(w => w.Output), channels];
}
