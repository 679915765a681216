namespace NetDsl.Evaluation;

/// <summary>What a curve, a table or a test is that is more than one figure.</summary>
/// <param name="Type">Its class, whose static methods make it.</param>
/// <param name="Description">One line.</param>
public sealed record AnalysisDescription(Type Type, string Description)
{
    /// <summary>The name of the class.</summary>
    public string Name => this.Type.Name;
}
