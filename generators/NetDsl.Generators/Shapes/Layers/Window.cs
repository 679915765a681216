namespace NetDsl.Generators.Shapes.Layers;

/// <summary>A window that moves along one dimension.</summary>
/// <param name="Size">Its extent.</param>
/// <param name="Stride">Its step.</param>
/// <param name="PadBefore">The zeros before the input.</param>
/// <param name="PadAfter">The zeros after the input.</param>
/// <param name="Input">The extent of the input.</param>
/// <param name="Output">The number of places it stops at.</param>
internal sealed record Window(int Size, int Stride, int PadBefore, int PadAfter, int Input, int Output)
{
    /// <summary>A window that stays inside its input; it must not be larger.</summary>
    public static Window Valid(int input, int size, int stride) => new(size, stride, 0, 0, input, ((input - size) / stride) + 1);

    /// <summary>
    /// A window that reaches over the edge so that there is an output for each step begun. The odd zero comes after, as TensorFlow has it
    /// (tensorflow/core/framework/common_shape_fns.h, GetWindowedOutputSizeVerbose); PyTorch pads by another rule.
    /// </summary>
    public static Window Same(int input, int size, int stride)
    {
        int output = ((input - 1) / stride) + 1;

        // In this order no term can overflow: the last step begins inside the input.
        int total = Math.Max(((output - 1) * stride) - input + size, 0);
        return new Window(size, stride, total / 2, total - (total / 2), input, output);
    }
}
