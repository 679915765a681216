namespace NetDsl.Training;

/// <summary>How outputs become decisions.</summary>
public enum DecisionKind
{
    /// <summary>They do not: they are values.</summary>
    None,

    /// <summary>The class of the largest output.</summary>
    LargestOfClasses,

    /// <summary>The side of 0.5, for each output.</summary>
    SideOfOneHalf,

    /// <summary>The sign, for each output.</summary>
    Sign,
}
