namespace NetDsl.Generators.Shapes;

/// <summary>A number that was declared for a parameter.</summary>
/// <param name="Property">The property of ParameterDefinition that has it.</param>
/// <param name="Value">Its value.</param>
internal sealed record ParameterRule(string Property, double Value);
