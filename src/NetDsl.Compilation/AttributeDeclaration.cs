namespace NetDsl.Compilation;

/// <summary>
/// One line of a declaration as it is written: the attribute of an input, a layer, an output or a loss, and what it is given.
/// </summary>
/// <param name="Kind">The name of the attribute without its ending, <c>Conv2D</c>.</param>
/// <param name="Arguments">What stands in order: numbers, text, truth values or enum members.</param>
/// <param name="Properties">What is set by name, in this order; several values of one property are an array of their type.</param>
public sealed record AttributeDeclaration(
    string Kind, IReadOnlyList<object> Arguments, IReadOnlyList<KeyValuePair<string, object>> Properties)
{
    /// <summary>An attribute without properties.</summary>
    /// <param name="kind">The name of the attribute without its ending.</param>
    /// <param name="arguments">What stands in order.</param>
    public AttributeDeclaration(string kind, params IEnumerable<object> arguments)
        : this(kind, [.. arguments], [])
    {
    }
}
