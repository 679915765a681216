using System.Numerics;
using NetDsl.Kernels;

namespace NetDsl.Tests.Networks;

/// <summary>Multiplies each value by a weight; the gradient of the weights is twice what it should be.</summary>
public sealed class WrongGradient : ICustomLayer
{
    /// <inheritdoc/>
    public static void Forward<T>(ReadOnlySpan<T> input, ReadOnlySpan<T> kernel, Span<T> output)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < input.Length; i++)
        {
            output[i] = input[i] * kernel[i];
        }
    }

    /// <inheritdoc/>
    public static void InputGradient<T>(
        ReadOnlySpan<T> input, ReadOnlySpan<T> kernel, ReadOnlySpan<T> output, ReadOnlySpan<T> outputGradient, Span<T> inputGradient)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < input.Length; i++)
        {
            inputGradient[i] = outputGradient[i] * kernel[i];
        }
    }

    /// <inheritdoc/>
    public static void AddKernelGradient<T>(
        ReadOnlySpan<T> input, ReadOnlySpan<T> kernel, ReadOnlySpan<T> output, ReadOnlySpan<T> outputGradient, Span<T> kernelGradient)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < input.Length; i++)
        {
            kernelGradient[i] += (outputGradient[i] + outputGradient[i]) * input[i];
        }
    }
}
