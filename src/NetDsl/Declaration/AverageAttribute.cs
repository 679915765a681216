namespace NetDsl;

/// <summary>The mean of layers of one shape, value by value.</summary>
/// <param name="layers">The names of layers or inputs above; where it is one, it is joined with the layer written above.</param>
/// <example><code>[Average("left", "right")]</code></example>
public sealed class AverageAttribute(params string[] layers) : JoinAttribute(layers);
