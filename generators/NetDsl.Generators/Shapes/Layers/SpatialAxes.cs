namespace NetDsl.Generators.Shapes.Layers;

/// <summary>What layers call the dimensions before the channels, by how many of them they work on.</summary>
internal static class SpatialAxes
{
    /// <summary>One, two or three of them.</summary>
    public static readonly int[] Counts = [1, 2, 3];

    /// <summary>Their names, slowest-varying first.</summary>
    public static string[] Names(int count) => count switch
    {
        1 => ["steps"],
        2 => ["height", "width"],
        _ => ["depth", "height", "width"],
    };

    /// <summary>The same as the end of a property's name: Height of StrideHeight; nothing where there is only one.</summary>
    public static string[] Endings(int count) => count switch
    {
        1 => [""],
        2 => ["Height", "Width"],
        _ => ["Depth", "Height", "Width"],
    };

    /// <summary>The extents that a layer over so many of them works on.</summary>
    public static int[] Extents(Shape input, int count) => [.. input.Extents.Skip(input.Rank - 1 - count).Take(count)];

    /// <summary>The input's shape with other extents of them.</summary>
    public static int[] WithExtents(Shape input, IReadOnlyCollection<int> extents) =>
        [.. input.Extents.Take(input.Rank - 1 - extents.Count), .. extents, input.Last];
}
