namespace NetDsl.Generators.Parsing;

/// <summary>One argument of an attribute.</summary>
/// <param name="Name">The property it sets: a constructor's parameter <c>units</c> is Units.</param>
/// <param name="Value">int, double, bool or string (a text, or the name of an enum's member); one element for each of an array.</param>
internal sealed record ArgumentSpec(string Name, EquatableArray<object> Value);
