namespace NetDsl;

/// <summary>The sum of layers of one shape, value by value.</summary>
/// <param name="layers">The names of layers or inputs above; where it is one, it is joined with the layer written above.</param>
/// <example><code>[Add("shortcut", "branch")]</code></example>
public sealed class AddAttribute(params string[] layers) : JoinAttribute(layers);
