using NetDsl.Generators.Planning.Layers;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Tests.Planning.Layers;

public sealed class StridePhaseTests
{
    [Fact]
    public void The_phases_meet_every_pair_of_input_and_output_exactly_once_with_its_tap()
    {
        foreach (Window window in Windows())
        {
            // What a window says by itself: output o meets input o x stride + tap x dilation - padding.
            (int Input, int Tap, int Output)[] expected =
            [
                .. from output in Enumerable.Range(0, window.Output)
                   from tap in Enumerable.Range(0, window.Size)
                   let input = (output * window.Stride) + (tap * window.Dilation) - window.PadBefore
                   where input >= 0 && input < window.Input
                   orderby input, tap
                   select (input, tap, output),
            ];

            (int Input, int Tap, int Output)[] actual =
            [
                .. from phase in StridePhase.All(window)
                   from place in Enumerable.Range(0, phase.Inputs)
                   from tap in Enumerable.Range(0, phase.Taps)
                   let output = phase.FirstOutput + place - (tap * phase.Dilation)
                   where output >= 0 && output < window.Output
                   let met = (Input: phase.FirstInput + (place * window.Stride), Tap: phase.FirstTap + (tap * window.Stride))
                   orderby met.Input, met.Tap
                   select (met.Input, met.Tap, output),
            ];

            Assert.True(expected.SequenceEqual(actual), window.ToString());
        }
    }

    [Fact]
    public void The_phases_part_the_inputs_and_the_taps()
    {
        foreach (Window window in Windows())
        {
            StridePhase[] phases = [.. StridePhase.All(window)];
            int[] inputs = [.. phases.SelectMany(p => Enumerable.Range(0, p.Inputs).Select(i => p.FirstInput + (i * window.Stride)))];
            int[] taps = [.. phases.SelectMany(p => Enumerable.Range(0, p.Taps).Select(i => p.FirstTap + (i * window.Stride)))];

            Assert.Equal(window.Input, inputs.Length);
            Assert.Equal(inputs.Length, inputs.Distinct().Count());
            Assert.Equal(taps.Length, taps.Distinct().Count());
            Assert.All(inputs, input => Assert.InRange(input, 0, window.Input - 1));
            Assert.All(taps, tap => Assert.InRange(tap, 0, window.Size - 1));
        }
    }

    [Fact]
    public void A_window_that_moves_by_one_has_one_phase()
    {
        StridePhase phase = Assert.Single(StridePhase.All(Window.Valid(8, 3, 1)));

        Assert.Equal(new StridePhase(FirstTap: 0, Taps: 3, FirstInput: 0, Inputs: 8, FirstOutput: 0), phase);
    }

    private static IEnumerable<Window> Windows() =>
        from input in Enumerable.Range(1, 13)
        from size in Enumerable.Range(1, 7)
        from stride in Enumerable.Range(1, 5)
        from window in Windows(input, size, stride)
        select window;

    private static IEnumerable<Window> Windows(int input, int size, int stride) =>
    [
        Window.Same(input, size, stride),
        Window.Causal(input, size, stride),
        .. size <= input ? [Window.Valid(input, size, stride)] : Array.Empty<Window>(),

        // Gaps go with no strides, so the number stands for them.
        Window.Same(input, size, 1, dilation: stride),
        Window.Causal(input, size, 1, dilation: stride),
        .. Window.ReachOf(size, stride) <= input ? [Window.Valid(input, size, 1, dilation: stride)] : Array.Empty<Window>(),
    ];
}
