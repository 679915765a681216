namespace NetDsl.PowerShell;

/// <summary>The values that a model gives for a row.</summary>
/// <param name="Index">The row, from 0.</param>
/// <param name="Value">The value, or the first of them.</param>
/// <param name="Values">All values in row-major order.</param>
/// <param name="Actual">The values that the data name, or null.</param>
public sealed record ValuePrediction(long Index, double Value, IReadOnlyList<double> Values, IReadOnlyList<double>? Actual);
