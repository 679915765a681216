namespace NetDsl.Generators.Shapes.Layers;

/// <summary>What a join makes of the values that its inputs have at a place.</summary>
internal enum JoinKind
{
    /// <summary>Their sum.</summary>
    Add,

    /// <summary>The first minus the second.</summary>
    Subtract,

    /// <summary>Their product.</summary>
    Multiply,

    /// <summary>Their mean.</summary>
    Average,

    /// <summary>The largest; its gradient goes to the first of those that are.</summary>
    Maximum,

    /// <summary>The smallest; its gradient goes to the first of those that are.</summary>
    Minimum,
}
