namespace NetDsl.Generators.Planning;

/// <summary>Whether a step that stores a gradient can multiply it by the derivative of an activation on the way.</summary>
internal enum DerivativeSupport
{
    /// <summary>It cannot.</summary>
    None,

    /// <summary>Where values and gradient lie alike.</summary>
    SameLayout,

    /// <summary>However they lie.</summary>
    AnyLayout,
}
