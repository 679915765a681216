namespace NetDsl.Generators.Shapes.Layers;

/// <summary>What a recurrent layer does with its state at each step.</summary>
internal enum RecurrentCellKind
{
    /// <summary>The state is a function of the step and the state before.</summary>
    Simple,

    /// <summary>Long short-term memory: gates i, f, candidate g, gate o.</summary>
    LongShortTerm,

    /// <summary>A gated unit: gates z, r, candidate g; r after the product with the kernel.</summary>
    GatedResetAfter,

    /// <summary>The same with r before the product.</summary>
    GatedResetBefore,
}
