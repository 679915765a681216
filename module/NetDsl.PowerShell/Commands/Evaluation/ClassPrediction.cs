namespace NetDsl.PowerShell;

/// <summary>The class that a model takes a row for.</summary>
/// <param name="Index">The row, from 0.</param>
/// <param name="Class">The class; null where the model decides for none, as with a margin of 0.</param>
/// <param name="Probability">How sure the model is, 0 to 1; null where its outputs are no probabilities.</param>
/// <param name="Probabilities">The probability of each class, in the order of the model's classes; null where outputs are none.</param>
/// <param name="Outputs">The outputs themselves.</param>
/// <param name="Actual">The class that the data name, or null.</param>
public sealed record ClassPrediction(
    long Index, string? Class, double? Probability, IReadOnlyList<double>? Probabilities, IReadOnlyList<double> Outputs, string? Actual);
