namespace NetDsl.Generators.Parsing;

/// <summary>
/// What a person declared, as plain data: no symbol, no syntax, no location, so that two runs over the same declaration are equal and a
/// moved line generates nothing anew.
/// </summary>
/// <param name="Namespace">The namespace of the class; empty for the global one.</param>
/// <param name="ContainingTypes">The headers of the types around the class, outermost first: "partial class Outer".</param>
/// <param name="TypeName">The name of the class.</param>
/// <param name="IsDouble">Whether its element type is double.</param>
/// <param name="Layers">The attributes in the order written, inputs and layers.</param>
/// <param name="Outputs">The [Loss] or the [Output]s, in the order written.</param>
/// <param name="Declaration">The declaration as C# that stands by itself.</param>
internal sealed record NetworkSpec(
    string Namespace,
    EquatableArray<string> ContainingTypes,
    string TypeName,
    bool IsDouble,
    EquatableArray<LayerSpec> Layers,
    EquatableArray<OutputSpec> Outputs,
    string Declaration);
