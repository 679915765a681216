using System.Numerics;
using NetDsl.Kernels;

namespace NetDsl.Tests.Networks;

/// <summary>Radial basis functions: y_j = exp(-|x - c_j|^2), with the centres c in the rows of the kernel.</summary>
public sealed class RadialBasis : ICustomLayer
{
    /// <inheritdoc/>
    public static void Forward<T>(ReadOnlySpan<T> input, ReadOnlySpan<T> kernel, Span<T> output)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int j = 0; j < output.Length; j++)
        {
            T distance = T.Zero;
            for (int i = 0; i < input.Length; i++)
            {
                T difference = input[i] - kernel[(j * input.Length) + i];
                distance += difference * difference;
            }

            output[j] = T.Exp(-distance);
        }
    }

    /// <inheritdoc/>
    public static void InputGradient<T>(
        ReadOnlySpan<T> input, ReadOnlySpan<T> kernel, ReadOnlySpan<T> output, ReadOnlySpan<T> outputGradient, Span<T> inputGradient)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        inputGradient.Clear();
        for (int j = 0; j < output.Length; j++)
        {
            for (int i = 0; i < input.Length; i++)
            {
                inputGradient[i] -= T.CreateTruncating(2) * outputGradient[j] * output[j] * (input[i] - kernel[(j * input.Length) + i]);
            }
        }
    }

    /// <inheritdoc/>
    public static void AddKernelGradient<T>(
        ReadOnlySpan<T> input, ReadOnlySpan<T> kernel, ReadOnlySpan<T> output, ReadOnlySpan<T> outputGradient, Span<T> kernelGradient)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int j = 0; j < output.Length; j++)
        {
            for (int i = 0; i < input.Length; i++)
            {
                int place = (j * input.Length) + i;
                kernelGradient[place] += T.CreateTruncating(2) * outputGradient[j] * output[j] * (input[i] - kernel[place]);
            }
        }
    }
}
