namespace NetDsl;

/// <summary>The smallest of the values that layers of one shape have at each place; of equal ones the first takes the gradient.</summary>
/// <param name="layers">The names of layers or inputs above; where it is one, it is joined with the layer written above.</param>
/// <example><code>[Minimum("left", "right")]</code></example>
public sealed class MinimumAttribute(params string[] layers) : JoinAttribute(layers);
