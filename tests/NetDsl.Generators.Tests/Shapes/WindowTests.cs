using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Tests.Shapes;

public sealed class WindowTests
{
    // Paddings as TensorFlow computes them; the odd zero comes after.
    [Theory]
    [InlineData(28, 5, 1, 28, 2, 2)]
    [InlineData(28, 4, 1, 28, 1, 2)]
    [InlineData(5, 2, 1, 5, 0, 1)]
    [InlineData(5, 3, 2, 3, 1, 1)]
    [InlineData(4, 3, 2, 2, 0, 1)]
    [InlineData(7, 1, 3, 3, 0, 0)]
    [InlineData(10, 3, 4, 3, 0, 1)]
    [InlineData(9, 2, 5, 2, 0, 0)]
    [InlineData(224, 7, 2, 112, 2, 3)]
    [InlineData(1, 7, 1, 1, 3, 3)]
    [InlineData(3, 8, 2, 2, 3, 4)]
    public void Same_padding_is_TensorFlow_s(int input, int size, int stride, int output, int before, int after) =>
        Assert.Equal(new Window(size, stride, before, after, input, output), Window.Same(input, size, stride));

    [Theory]
    [InlineData(32, 5, 1, 28)]
    [InlineData(28, 2, 2, 14)]
    [InlineData(7, 3, 2, 3)]
    [InlineData(8, 3, 2, 3)]
    [InlineData(5, 5, 3, 1)]
    [InlineData(5, 1, 7, 1)]
    public void Valid_windows_stay_inside(int input, int size, int stride, int output) =>
        Assert.Equal(new Window(size, stride, 0, 0, input, output), Window.Valid(input, size, stride));

    [Theory]
    [InlineData(10, 3, 2, 10, 2, 2)]
    [InlineData(10, 2, 3, 10, 1, 2)]
    [InlineData(5, 4, 3, 5, 4, 5)]
    public void Gaps_make_a_window_longer(int input, int size, int dilation, int output, int before, int after)
    {
        Assert.Equal(new Window(size, 1, before, after, input, output, dilation), Window.Same(input, size, 1, dilation));
        Assert.Equal(((size - 1) * dilation) + 1, Window.Same(input, size, 1, dilation).Reach);
        Assert.Equal(new Window(size, 1, 0, 0, 20, 20 - ((size - 1) * dilation), dilation), Window.Valid(20, size, 1, dilation));
    }

    [Theory]
    [InlineData(10, 3, 1, 1, 10, 2)]
    [InlineData(10, 3, 1, 4, 10, 8)]
    [InlineData(10, 4, 3, 1, 4, 3)]
    [InlineData(3, 7, 2, 1, 2, 6)]
    public void All_zeros_of_a_causal_window_come_before(int input, int size, int stride, int dilation, int output, int before) =>
        Assert.Equal(new Window(size, stride, before, 0, input, output, dilation), Window.Causal(input, size, stride, dilation));

    [Fact]
    public void Every_window_reaches_the_input_and_no_zero_is_added_for_nothing()
    {
        for (int input = 1; input <= 12; input++)
        {
            for (int size = 1; size <= 9; size++)
            {
                for (int stride = 1; stride <= 5; stride++)
                {
                    Window window = Window.Same(input, size, stride);

                    // The first and the last window begin before the input ends, and end after it begins.
                    int last = ((window.Output - 1) * stride) - window.PadBefore;
                    Assert.True(window.PadBefore < size && last < input, window.ToString());
                    Assert.InRange(window.PadAfter - window.PadBefore, 0, 1);
                    Assert.True(window.PadAfter == 0 || last + size == input + window.PadAfter, window.ToString());
                    Assert.Equal((input + stride - 1) / stride, window.Output);
                }
            }
        }
    }

    [Fact]
    public void The_largest_extents_do_not_overflow() =>
        Assert.Equal(
            new Window(int.MaxValue, 1, (int.MaxValue / 2), int.MaxValue / 2, int.MaxValue, int.MaxValue),
            Window.Same(int.MaxValue, int.MaxValue, 1));
}
