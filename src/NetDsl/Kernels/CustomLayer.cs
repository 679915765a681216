using System.Numerics;
using System.Runtime.InteropServices;

namespace NetDsl.Kernels;

/// <summary>Calls a layer of a user's own, for generated code.</summary>
public static class CustomLayer
{
    /// <summary>Computes the output of one sample.</summary>
    /// <typeparam name="TLayer">The layer.</typeparam>
    /// <typeparam name="T">The element type of the network.</typeparam>
    /// <param name="input">The first value of the input.</param>
    /// <param name="inputs">Its number of values.</param>
    /// <param name="kernel">The first value of the kernel.</param>
    /// <param name="weights">Its number of values; 0 for none.</param>
    /// <param name="output">Where the first value of the output goes.</param>
    /// <param name="outputs">Its number of values.</param>
    public static void Forward<TLayer, T>(ref T input, int inputs, ref T kernel, int weights, ref T output, int outputs)
        where TLayer : ICustomLayer
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        TLayer.Forward(
            MemoryMarshal.CreateReadOnlySpan(ref input, inputs),
            MemoryMarshal.CreateReadOnlySpan(ref kernel, weights),
            MemoryMarshal.CreateSpan(ref output, outputs));

    /// <summary>Computes the gradient with respect to the input of one sample.</summary>
    /// <typeparam name="TLayer">The layer.</typeparam>
    /// <typeparam name="T">The element type of the network.</typeparam>
    /// <param name="input">The first value of the input.</param>
    /// <param name="inputs">Its number of values.</param>
    /// <param name="kernel">The first value of the kernel.</param>
    /// <param name="weights">Its number of values; 0 for none.</param>
    /// <param name="output">The first value of the output.</param>
    /// <param name="outputs">Its number of values.</param>
    /// <param name="outputGradient">The first value of the output's gradient.</param>
    /// <param name="inputGradient">Where the first value of the input's gradient goes.</param>
    public static void InputGradient<TLayer, T>(
        ref T input, int inputs, ref T kernel, int weights, ref T output, int outputs, ref T outputGradient, ref T inputGradient)
        where TLayer : ICustomLayer
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        TLayer.InputGradient(
            MemoryMarshal.CreateReadOnlySpan(ref input, inputs),
            MemoryMarshal.CreateReadOnlySpan(ref kernel, weights),
            MemoryMarshal.CreateReadOnlySpan(ref output, outputs),
            MemoryMarshal.CreateReadOnlySpan(ref outputGradient, outputs),
            MemoryMarshal.CreateSpan(ref inputGradient, inputs));

    /// <summary>Adds the gradient with respect to the kernel that one sample makes.</summary>
    /// <typeparam name="TLayer">The layer.</typeparam>
    /// <typeparam name="T">The element type of the network.</typeparam>
    /// <param name="input">The first value of the input.</param>
    /// <param name="inputs">Its number of values.</param>
    /// <param name="kernel">The first value of the kernel.</param>
    /// <param name="weights">Its number of values.</param>
    /// <param name="output">The first value of the output.</param>
    /// <param name="outputs">Its number of values.</param>
    /// <param name="outputGradient">The first value of the output's gradient.</param>
    /// <param name="kernelGradient">The first value of the kernel's gradient.</param>
    public static void AddKernelGradient<TLayer, T>(
        ref T input, int inputs, ref T kernel, int weights, ref T output, int outputs, ref T outputGradient, ref T kernelGradient)
        where TLayer : ICustomLayer
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        TLayer.AddKernelGradient(
            MemoryMarshal.CreateReadOnlySpan(ref input, inputs),
            MemoryMarshal.CreateReadOnlySpan(ref kernel, weights),
            MemoryMarshal.CreateReadOnlySpan(ref output, outputs),
            MemoryMarshal.CreateReadOnlySpan(ref outputGradient, outputs),
            MemoryMarshal.CreateSpan(ref kernelGradient, weights));
}
