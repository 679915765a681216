namespace NetDsl;

/// <summary>The first of two layers of one shape minus the second, value by value.</summary>
/// <param name="layers">Two layers or inputs above; where it is one, it is joined with the layer written above.</param>
/// <example><code>[Subtract("left", "right")]</code></example>
public sealed class SubtractAttribute(params string[] layers) : JoinAttribute(layers);
