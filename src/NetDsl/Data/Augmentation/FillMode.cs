namespace NetDsl.Data;

/// <summary>What comes in at the edge of a sample that is shifted; the letters show it for the values a b c d.</summary>
public enum FillMode
{
    /// <summary>The values as in a mirror at the edge: d c b a | a b c d | d c b a.</summary>
    Reflect,

    /// <summary>A given value: k k k k | a b c d | k k k k.</summary>
    Constant,

    /// <summary>The values from the other side: a b c d | a b c d | a b c d.</summary>
    Wrap,

    /// <summary>The value at the edge: a a a a | a b c d | d d d d.</summary>
    Nearest,
}
