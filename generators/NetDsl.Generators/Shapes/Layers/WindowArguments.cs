using NetDsl.Generators.Diagnostics;

namespace NetDsl.Generators.Shapes.Layers;

/// <summary>The arguments that a layer over images describes its window with.</summary>
/// <param name="Window">What the layer calls it: kernel, pool.</param>
/// <param name="Size">The argument that gives height and width at once.</param>
/// <param name="Height">The argument that gives its height.</param>
/// <param name="Width">The argument that gives its width.</param>
/// <param name="StrideIsSizeAtZero">Whether strides of 0, or none, mean the window's own size; else none means 1.</param>
internal sealed record WindowArguments(string Window, string Size, string Height, string Width, bool StrideIsSizeAtZero)
{
    private const string Strides = nameof(Strides);
    private const string StrideHeight = nameof(StrideHeight);
    private const string StrideWidth = nameof(StrideWidth);

    /// <summary>Reports sizes and strides below 1.</summary>
    public void Check(LayerContext layer)
    {
        foreach (string name in new[] { this.Size, this.Height, this.Width, StrideHeight, StrideWidth })
        {
            layer.RequirePositive(name);
        }

        if (!this.StrideIsSizeAtZero || layer.Spec.Integer(Strides, 0) != 0)
        {
            layer.RequirePositive(Strides);
        }
    }

    /// <summary>The window over height and width; null after reporting why it does not fit the input.</summary>
    public (Window Vertical, Window Horizontal)? Windows(LayerContext layer)
    {
        if (!layer.RequireImage())
        {
            return null;
        }

        int size = layer.Spec.Integer(this.Size, 0);
        int height = layer.Spec.Integer(this.Height, size);
        int width = layer.Spec.Integer(this.Width, size);
        int strides = layer.Spec.Integer(Strides, this.StrideIsSizeAtZero ? 0 : 1);
        int strideHeight = layer.Spec.Integer(StrideHeight, strides == 0 ? height : strides);
        int strideWidth = layer.Spec.Integer(StrideWidth, strides == 0 ? width : strides);
        Shape input = layer.InputShape;
        if (layer.Spec.Text("Padding") == "Same")
        {
            return (Layers.Window.Same(input[0], height, strideHeight), Layers.Window.Same(input[1], width, strideWidth));
        }

        if (height > input[0] || width > input[1])
        {
            string argument = layer.Spec.Has(this.Size) ? this.Size : height > input[0] ? this.Height : this.Width;
            layer.Report(
                DiagnosticDescriptors.WindowTooLarge,
                argument,
                layer.Spec.Kind,
                this.Window,
                new Shape(height, width).ToString(),
                layer.Giver,
                input.ToString());
            return null;
        }

        return (Layers.Window.Valid(input[0], height, strideHeight), Layers.Window.Valid(input[1], width, strideWidth));
    }
}
