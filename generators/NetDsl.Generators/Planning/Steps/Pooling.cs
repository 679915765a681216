namespace NetDsl.Generators.Planning.Steps;

/// <summary>What pooling makes of the values of a window.</summary>
internal enum Pooling
{
    /// <summary>The largest; its gradient goes to the first of those that are.</summary>
    Maximum,

    /// <summary>Their mean; its gradient goes to all in equal parts.</summary>
    Mean,
}
