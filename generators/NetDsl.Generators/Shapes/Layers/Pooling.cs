namespace NetDsl.Generators.Shapes.Layers;

/// <summary>What is made of the values of a window.</summary>
internal enum Pooling
{
    /// <summary>The largest; its gradient goes to the first of those that are.</summary>
    Maximum,

    /// <summary>The smallest; its gradient goes to the first of those that are.</summary>
    Minimum,

    /// <summary>The mean of those that are inside; its gradient goes to all of them in equal parts.</summary>
    Mean,

    /// <summary>Their sum; its gradient goes to all of them. Of windows of one value a copy.</summary>
    Sum,
}
