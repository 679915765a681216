namespace NetDsl.Generators.Shapes.Layers;

/// <summary>A window that moves along one dimension.</summary>
/// <param name="Size">Its extent.</param>
/// <param name="Stride">Its step.</param>
/// <param name="PadBefore">The zeros before the input.</param>
/// <param name="PadAfter">The zeros after the input.</param>
/// <param name="Input">The extent of the input.</param>
/// <param name="Output">The number of places it stops at.</param>
internal sealed record Window(int Size, int Stride, int PadBefore, int PadAfter, int Input, int Output);
