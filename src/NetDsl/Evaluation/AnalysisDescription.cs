namespace NetDsl.Evaluation;

/// <summary>What a curve, a table or a test is that is more than one figure.</summary>
/// <param name="Type">Its class, whose static methods make it.</param>
/// <param name="Description">One line.</param>
/// <param name="AppliesTo">The networks that have it.</param>
public sealed record AnalysisDescription(Type Type, string Description, OutputKinds AppliesTo)
{
    /// <summary>The name of the class.</summary>
    public string Name => this.Type.Name;
}
