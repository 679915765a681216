namespace NetDsl.Generators.Shapes.Layers;

/// <summary>What the arguments of a layer say of its window along one dimension.</summary>
/// <param name="Input">The extent of the dimension.</param>
/// <param name="Size">The values under the window.</param>
/// <param name="Stride">Its step.</param>
/// <param name="Dilation">The step from one value under it to the next.</param>
internal readonly record struct WindowMeasure(int Input, int Size, int Stride, int Dilation)
{
    /// <summary>From the first value under it to the last, the gaps between them included.</summary>
    public int Reach => Window.ReachOf(this.Size, this.Dilation);
}
