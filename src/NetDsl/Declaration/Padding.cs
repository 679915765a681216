namespace NetDsl;

/// <summary>What a window does at the edge of its input.</summary>
public enum Padding
{
    /// <summary>The window stays inside: output = (input - window) / stride + 1, rounded down.</summary>
    Valid,

    /// <summary>Zeros are added evenly, the odd one at the end: output = input / stride, rounded up.</summary>
    Same,
}
