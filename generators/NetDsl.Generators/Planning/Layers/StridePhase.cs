using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning.Layers;

/// <summary>
/// The inputs of a strided window that the same taps reach: with stride s the input i, counted from the start of the padding, is met by
/// tap k where k = i modulo s, from output (i - k) / s. On these inputs the gradient is an ordinary convolution with every s-th tap.
/// </summary>
/// <param name="FirstTap">The smallest tap that reaches these inputs.</param>
/// <param name="Taps">The number of taps that do: FirstTap, FirstTap + stride ...</param>
/// <param name="FirstInput">The first of these inputs, counted from the start of the data.</param>
/// <param name="Inputs">How many there are: FirstInput, FirstInput + stride ...</param>
/// <param name="FirstOutput">The output that meets the first input with the first tap; the outputs of its later taps come before it.</param>
internal sealed record StridePhase(int FirstTap, int Taps, int FirstInput, int Inputs, int FirstOutput)
{
    /// <summary>The phases of a window that have taps; the other inputs touch no output, and their gradient stays zero.</summary>
    public static IEnumerable<StridePhase> All(Window window)
    {
        for (int phase = 0; phase < Math.Min(window.Stride, window.Size); phase++)
        {
            int taps = (window.Size - phase + window.Stride - 1) / window.Stride;
            int first = (((phase - window.PadBefore) % window.Stride) + window.Stride) % window.Stride;
            int inputs = first >= window.Input ? 0 : (window.Input - first + window.Stride - 1) / window.Stride;
            if (inputs > 0)
            {
                yield return new(phase, taps, first, inputs, (first + window.PadBefore - phase) / window.Stride);
            }
        }
    }
}
