using System.Numerics;

namespace NetDsl.Training;

/// <summary>
/// The formula of an optimiser that treats each parameter value by itself, written once for all widths. Only +, -, *, /, square
/// root, magnitude, minimum and maximum occur, which IEEE 754 rounds the same way everywhere; there is no fused multiply-add. So the bits
/// depend neither on the width of the vectors nor on how a sweep is split, and a value of 0 with a gradient of 0 (padding) stays 0.
/// </summary>
/// <typeparam name="T">The element type of the network.</typeparam>
internal interface IUpdateRule<T>
    where T : unmanaged
{
    /// <summary>What is remembered for each value, in the order of the arguments of <see cref="Apply"/>; at most three.</summary>
    static abstract IReadOnlyList<string> SlotNames { get; }

    /// <summary>The number of <see cref="SlotNames"/>, a constant from which the compiler drops what is not used.</summary>
    static abstract int SlotCount { get; }

    /// <summary>The new values of parameters, and of what is remembered of them.</summary>
    /// <param name="parameter">The values before the step.</param>
    /// <param name="gradient">Their gradients.</param>
    /// <param name="first">The first slot, where there is one.</param>
    /// <param name="second">The second slot, where there is one.</param>
    /// <param name="third">The third slot, where there is one.</param>
    Vector<T> Apply(Vector<T> parameter, Vector<T> gradient, ref Vector<T> first, ref Vector<T> second, ref Vector<T> third);
}
