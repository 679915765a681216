namespace NetDsl.PowerShell;

/// <summary>The class that a model takes a row for.</summary>
/// <param name="Index">The row, from 0.</param>
/// <param name="Class">The class.</param>
/// <param name="Probability">How sure the model is, 0 to 1.</param>
/// <param name="Probabilities">The probability of each class, in the order of the model's classes.</param>
/// <param name="Actual">The class that the data name, or null.</param>
public sealed record ClassPrediction(int Index, string Class, double Probability, IReadOnlyList<double> Probabilities, string? Actual);
