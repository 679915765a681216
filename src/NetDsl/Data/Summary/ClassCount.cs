namespace NetDsl.Data;

/// <summary>How much there is of a class.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="SumOfWeights">What their weights add up to; as much as rows where there are no weights.</param>
public sealed record ClassCount(string Name, long Rows, double SumOfWeights);
