namespace NetDsl;

/// <summary>What a window does at the edge of its input.</summary>
public enum Padding
{
    /// <summary>The window stays inside: output = (input - window) / stride + 1, rounded down.</summary>
    Valid,

    /// <summary>Zeros are added evenly, the odd one at the end: output = input / stride, rounded up.</summary>
    Same,

    /// <summary>
    /// For <see cref="Conv1DAttribute"/>: all zeros are added before the first step, so that an output sees no step after its own:
    /// output = input / stride, rounded up.
    /// </summary>
    Causal,
}
