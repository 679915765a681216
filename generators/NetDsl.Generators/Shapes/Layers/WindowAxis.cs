namespace NetDsl.Generators.Shapes.Layers;

/// <summary>A dimension that a window moves along, and the arguments that say how.</summary>
/// <param name="Name">What the layer calls the dimension.</param>
/// <param name="Size">The argument that gives the window's size along it.</param>
/// <param name="Stride">The argument that gives its step.</param>
/// <param name="Dilation">The argument that gives the step from one value under it to the next; null where there are no gaps.</param>
internal sealed record WindowAxis(string Name, string Size, string Stride, string? Dilation = null);
