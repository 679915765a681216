using System.Numerics;
using NetDsl.Kernels;

namespace Lecture;

/// <summary>
/// Radial basis functions (Broomhead and Lowe 1988): y_j = exp(-|x - c_j|^2), large where the sample is near the centre c_j. The centres are the rows of
/// the kernel [outputs, inputs].
/// </summary>
internal sealed class RadialBasis : ICustomLayer
{
    /// <inheritdoc/>
    public static void Forward<T>(ReadOnlySpan<T> input, ReadOnlySpan<T> kernel, Span<T> output)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int j = 0; j < output.Length; j++)
        {
            T squares = T.Zero;
            for (int i = 0; i < input.Length; i++)
            {
                T distance = input[i] - kernel[(j * input.Length) + i];
                squares += distance * distance;
            }

            output[j] = T.Exp(-squares);
        }
    }

    /// <inheritdoc/>
    public static void InputGradient<T>(
        ReadOnlySpan<T> input, ReadOnlySpan<T> kernel, ReadOnlySpan<T> output, ReadOnlySpan<T> outputGradient, Span<T> inputGradient)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // dy_j / dx_i = -2 (x_i - c_ji) y_j
        inputGradient.Clear();
        for (int j = 0; j < output.Length; j++)
        {
            T slope = T.CreateTruncating(-2) * outputGradient[j] * output[j];
            for (int i = 0; i < input.Length; i++)
            {
                inputGradient[i] += slope * (input[i] - kernel[(j * input.Length) + i]);
            }
        }
    }

    /// <inheritdoc/>
    public static void AddKernelGradient<T>(
        ReadOnlySpan<T> input, ReadOnlySpan<T> kernel, ReadOnlySpan<T> output, ReadOnlySpan<T> outputGradient, Span<T> kernelGradient)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // dy_j / dc_ji = 2 (x_i - c_ji) y_j
        for (int j = 0; j < output.Length; j++)
        {
            T slope = T.CreateTruncating(2) * outputGradient[j] * output[j];
            for (int i = 0; i < input.Length; i++)
            {
                int place = (j * input.Length) + i;
                kernelGradient[place] += slope * (input[i] - kernel[place]);
            }
        }
    }
}
