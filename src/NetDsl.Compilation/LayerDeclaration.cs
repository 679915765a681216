namespace NetDsl.Compilation;

/// <summary>One layer as it is written: its attribute, and what the attribute is given.</summary>
/// <param name="Kind">The name of the attribute without its ending, <c>Conv2D</c>.</param>
/// <param name="Arguments">What stands in order: numbers, text, truth values or enum members.</param>
/// <param name="Properties">What is set by name, in this order.</param>
public sealed record LayerDeclaration(
    string Kind, IReadOnlyList<object> Arguments, IReadOnlyList<KeyValuePair<string, object>> Properties);
