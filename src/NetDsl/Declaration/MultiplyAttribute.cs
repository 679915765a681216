namespace NetDsl;

/// <summary>The product of layers of one shape, value by value.</summary>
/// <param name="layers">The names of layers or inputs above; where it is one, it is joined with the layer written above.</param>
/// <example><code>[Multiply("values", "gate")]</code></example>
public sealed class MultiplyAttribute(params string[] layers) : JoinAttribute(layers);
