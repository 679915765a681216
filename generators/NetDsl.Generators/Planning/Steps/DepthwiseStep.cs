namespace NetDsl.Generators.Planning.Steps;

/// <summary>
/// Each channel by itself: result[place, channel] = sum over taps of source[place + tap, channel] x kernel[tap, channel], all of them in
/// vectors along the channels. The way forward of a depthwise convolution, and the gradient of its input.
/// </summary>
/// <param name="Source">What is read.</param>
/// <param name="Kernel">A matrix of taps by channels, row after row.</param>
/// <param name="Result">The result.</param>
/// <param name="Bias">What the sums start from; null for zero.</param>
/// <param name="Y">The activations whose derivative the sums are multiplied by; null for none.</param>
/// <param name="Places">The loops over places: A moves in the source, C in the result, Y in the activations.</param>
/// <param name="Taps">The loops over taps: A moves in the source, B is the step in the kernel's rows.</param>
/// <param name="Columns">The channels.</param>
/// <param name="Epilogue">What is done with the sums.</param>
internal sealed record DepthwiseStep(
    string Name,
    string Comment,
    Operand Source,
    Operand Kernel,
    Operand Result,
    Operand? Bias,
    Operand? Y,
    EquatableArray<Loop> Places,
    EquatableArray<Loop> Taps,
    Columns Columns,
    Epilogue Epilogue) : Step(Name, Comment)
{
    public override IEnumerable<Operand> Operands =>
        new[] { this.Source, this.Kernel, this.Result, this.Bias, this.Y }.Where(operand => operand is not null).Select(operand => operand!);
}
