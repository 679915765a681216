using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning.Layers;

/// <summary>
/// The inputs of a strided window that the same taps reach: with stride s the input i, counted from the start of the padding, is met by tap
/// k where k = i modulo s, from output (i - k) / s. On these inputs the gradient is an ordinary convolution with every s-th tap. A window
/// with gaps has no strides, and its one phase reaches back by a gap for each tap.
/// </summary>
/// <param name="FirstTap">The smallest tap that reaches these inputs.</param>
/// <param name="Taps">The number of taps that do: FirstTap, FirstTap + stride ...; none where the stride leaves them out.</param>
/// <param name="FirstInput">The first of these inputs, counted from the start of the data.</param>
/// <param name="Inputs">How many there are: FirstInput, FirstInput + stride ...</param>
/// <param name="FirstOutput">The output that meets the first input with the first tap; the outputs of its later taps come before
/// it.</param>
/// <param name="Dilation">The step from the output of one tap back to that of the next.</param>
internal sealed record StridePhase(int FirstTap, int Taps, int FirstInput, int Inputs, int FirstOutput, int Dilation = 1)
{
    /// <summary>The output that the last tap reads for the first input; before the first one, where it is negative.</summary>
    public int FirstRead => this.FirstOutput - ((this.Taps - 1) * this.Dilation);

    /// <summary>The phases of a window, which part its inputs.</summary>
    public static IEnumerable<StridePhase> All(Window window)
    {
        for (int phase = 0; phase < window.Stride; phase++)
        {
            int taps = phase < window.Size ? (window.Size - phase + window.Stride - 1) / window.Stride : 0;
            int first = (((phase - window.PadBefore) % window.Stride) + window.Stride) % window.Stride;
            int inputs = first >= window.Input ? 0 : (window.Input - first + window.Stride - 1) / window.Stride;
            if (inputs > 0)
            {
                yield return new(phase, taps, first, inputs, (first + window.PadBefore - phase) / window.Stride, window.Dilation);
            }
        }
    }

    /// <summary>Every choice of one phase from each window's.</summary>
    public static IEnumerable<StridePhase[]> Combinations(IEnumerable<Window> windows) => windows.Aggregate(
        (IEnumerable<StridePhase[]>)[[]], (chosen, window) => chosen.SelectMany(before => All(window).Select(phase => (StridePhase[])[.. before, phase])));

    /// <summary>The zeros around the outputs that the phases of windows read.</summary>
    public static Halo HaloOf(IEnumerable<Window> windows) => new(windows.Select(window =>
    {
        StridePhase[] phases = [.. All(window).Where(phase => phase.Taps > 0)];
        return new Margin(
            phases.Select(p => -p.FirstRead).Append(0).Max(), phases.Select(p => p.FirstOutput + p.Inputs - window.Output).Append(0).Max());
    }));
}
