namespace NetDsl.Generators.Shapes.Layers;

/// <summary>A window that moves along one dimension.</summary>
/// <param name="Size">Its extent.</param>
/// <param name="Stride">Its step.</param>
/// <param name="PadBefore">The zeros before the input.</param>
/// <param name="PadAfter">The zeros after the input.</param>
/// <param name="Input">The extent of the input.</param>
/// <param name="Output">The number of places it stops at.</param>
/// <param name="Dilation">The step from one value under it to the next.</param>
internal sealed record Window(int Size, int Stride, int PadBefore, int PadAfter, int Input, int Output, int Dilation = 1)
{
    /// <summary>From its first value to its last, the gaps between them included.</summary>
    public int Reach => ReachOf(this.Size, this.Dilation);

    /// <summary>From the first value to the last of a window with gaps.</summary>
    public static int ReachOf(int size, int dilation) => ((size - 1) * dilation) + 1;

    /// <summary>A window that stays inside its input; it must not be larger.</summary>
    public static Window Valid(int input, int size, int stride, int dilation = 1) =>
        new(size, stride, 0, 0, input, ((input - ReachOf(size, dilation)) / stride) + 1, dilation);

    /// <summary>
    /// A window that reaches over the edge so that there is an output for each step begun. The odd zero comes after, as TensorFlow has it
    /// (tensorflow/core/framework/common_shape_fns.h, GetWindowedOutputSizeVerbose); PyTorch pads by another rule.
    /// </summary>
    public static Window Same(int input, int size, int stride, int dilation = 1)
    {
        int output = ((input - 1) / stride) + 1;

        // In this order no term can overflow: the last step begins inside the input.
        int total = Math.Max(((output - 1) * stride) - input + ReachOf(size, dilation), 0);
        return new Window(size, stride, total / 2, total - (total / 2), input, output, dilation);
    }

    /// <summary>A window that ends where it stops, so that no output sees an input after it: all zeros come before.</summary>
    public static Window Causal(int input, int size, int stride, int dilation = 1) =>
        new(size, stride, ReachOf(size, dilation) - 1, 0, input, ((input - 1) / stride) + 1, dilation);
}
