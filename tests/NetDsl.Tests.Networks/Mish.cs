using System.Numerics;
using NetDsl.Kernels;

namespace NetDsl.Tests.Networks;

/// <summary>mish(x) = x tanh(log(1 + exp(x))) (Misra 2019), an activation that NetDsl has not.</summary>
public sealed class Mish : ICustomLayer
{
    /// <inheritdoc/>
    public static void Forward<T>(ReadOnlySpan<T> input, ReadOnlySpan<T> kernel, Span<T> output)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < input.Length; i++)
        {
            output[i] = input[i] * T.Tanh(T.LogP1(T.Exp(input[i])));
        }
    }

    /// <inheritdoc/>
    public static void InputGradient<T>(
        ReadOnlySpan<T> input, ReadOnlySpan<T> kernel, ReadOnlySpan<T> output, ReadOnlySpan<T> outputGradient, Span<T> inputGradient)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < input.Length; i++)
        {
            T tanh = T.Tanh(T.LogP1(T.Exp(input[i])));
            T sigmoid = T.One / (T.One + T.Exp(-input[i]));
            inputGradient[i] = outputGradient[i] * (tanh + (input[i] * (T.One - (tanh * tanh)) * sigmoid));
        }
    }
}
