using System.Numerics;

namespace NetDsl.Kernels;

/// <summary>
/// A layer of your own, declared by <see cref="CustomAttribute"/>: what it makes of one sample, and the gradients of that. The methods are static, so
/// that the compiler makes code for the precision at hand and may inline it; elementwise work is fastest by
/// <see cref="System.Numerics.Tensors.TensorPrimitives"/>. They are called from several threads at once and must allocate nothing.
/// GradientCheck in NetDsl.Training tells whether the gradients are right.
/// </summary>
/// <example>
/// The activation mish(x) = x tanh(log(1 + exp(x))) (Misra 2019):
/// <code>
/// public sealed class Mish : ICustomLayer
/// {
///     public static void Forward&lt;T&gt;(ReadOnlySpan&lt;T&gt; input, ReadOnlySpan&lt;T&gt; kernel, Span&lt;T&gt; output)
///         where T : unmanaged, IBinaryFloatingPointIeee754&lt;T&gt;
///     {
///         for (int i = 0; i &lt; input.Length; i++)
///         {
///             output[i] = input[i] * T.Tanh(T.LogP1(T.Exp(input[i])));
///         }
///     }
///     ...
/// }
///
/// [Network]
/// [Input(3)]
/// [Dense(16)]
/// [Custom(typeof(Mish))]
/// [Dense(1)]
/// [Loss(Loss.MeanSquaredError)]
/// public partial class Net;
/// </code>
/// </example>
public interface ICustomLayer
{
    /// <summary>Computes the output of one sample.</summary>
    /// <typeparam name="T">The element type of the network.</typeparam>
    /// <param name="input">The values of the input, channels last.</param>
    /// <param name="kernel">The values of the kernel in row-major order; none where the layer has none.</param>
    /// <param name="output">Where the values of the output go.</param>
    static abstract void Forward<T>(ReadOnlySpan<T> input, ReadOnlySpan<T> kernel, Span<T> output)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>Computes the gradient with respect to the input of one sample.</summary>
    /// <typeparam name="T">The element type of the network.</typeparam>
    /// <param name="input">The values of the input.</param>
    /// <param name="kernel">The values of the kernel.</param>
    /// <param name="output">What <see cref="Forward"/> made of them.</param>
    /// <param name="outputGradient">The gradient of the loss with respect to each value of the output.</param>
    /// <param name="inputGradient">Where the gradient with respect to each value of the input goes; what is there is to be overwritten.</param>
    static abstract void InputGradient<T>(
        ReadOnlySpan<T> input, ReadOnlySpan<T> kernel, ReadOnlySpan<T> output, ReadOnlySpan<T> outputGradient, Span<T> inputGradient)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>Adds the gradient with respect to the kernel that one sample makes; not called for a layer without a kernel.</summary>
    /// <typeparam name="T">The element type of the network.</typeparam>
    /// <param name="input">The values of the input.</param>
    /// <param name="kernel">The values of the kernel.</param>
    /// <param name="output">What <see cref="Forward"/> made of them.</param>
    /// <param name="outputGradient">The gradient of the loss with respect to each value of the output.</param>
    /// <param name="kernelGradient">The sum over the samples before this one, to be added to.</param>
    static virtual void AddKernelGradient<T>(
        ReadOnlySpan<T> input, ReadOnlySpan<T> kernel, ReadOnlySpan<T> output, ReadOnlySpan<T> outputGradient, Span<T> kernelGradient)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        throw new NotSupportedException(
            $"The layer is declared with a kernel, so its type must implement {nameof(ICustomLayer)}.{nameof(AddKernelGradient)}.");
}
