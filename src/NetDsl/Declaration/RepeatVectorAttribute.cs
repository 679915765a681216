namespace NetDsl;

/// <summary>The same vector so many times. Input [..., features], output [..., n, features].</summary>
/// <param name="n">How many times, at least 1.</param>
/// <example><code>[RepeatVector(16)]</code></example>
public sealed class RepeatVectorAttribute(int n) : LayerAttribute
{
    /// <summary>How many times the vector is there.</summary>
    public int N { get; } = n;
}
