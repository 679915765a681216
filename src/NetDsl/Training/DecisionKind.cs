namespace NetDsl.Training;

/// <summary>How outputs are read as decisions.</summary>
internal enum DecisionKind
{
    /// <summary>They are values.</summary>
    None,

    /// <summary>The class of the largest output, the target being one-hot.</summary>
    LargestOfClasses,

    /// <summary>The class of the largest output, the target being its number.</summary>
    LargestOfNumberedClasses,

    /// <summary>The side of 0.5, for each output.</summary>
    SideOfOneHalf,

    /// <summary>The sign, for each output.</summary>
    Sign,
}
