namespace NetDsl.Generators.Shapes;

/// <summary>What shape inference makes of a declaration.</summary>
/// <param name="Graph">The network; null where a mistake stands in its way.</param>
/// <param name="Problems">The mistakes, or else the warnings.</param>
internal sealed record InferenceResult(NetworkGraph? Graph, EquatableArray<DeclarationProblem> Problems);
