namespace NetDsl.Evaluation;

/// <summary>How much worse a network does when one feature is shuffled.</summary>
/// <param name="Index">The place of the feature among those of a row, from 0.</param>
/// <param name="Name">Its name; its index where the data have no names.</param>
/// <param name="Mean">By how much the metric gets worse, on average over the repeats: about 0 for a feature that is not used.</param>
/// <param name="StandardDeviation">The standard deviation over the repeats, divided by their number as in scikit-learn.</param>
/// <param name="Repeats">By how much it got worse in each repeat.</param>
public sealed record FeatureImportance(int Index, string Name, double Mean, double StandardDeviation, double[] Repeats);
