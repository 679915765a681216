namespace NetDsl.Data;

/// <summary>How many values lie in each of some bins.</summary>
/// <param name="Edges">Where the bins begin and the last one ends, one more than bins, ascending.</param>
/// <param name="Counts">
/// How many values lie in each, from its lower edge to below its upper one; the last bin holds the values on its upper edge as well.
/// </param>
public sealed record Histogram(IReadOnlyList<double> Edges, IReadOnlyList<long> Counts);
