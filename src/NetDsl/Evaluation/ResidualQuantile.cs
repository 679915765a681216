namespace NetDsl.Evaluation;

/// <summary>Below which value a share of the residuals of a column lies.</summary>
/// <param name="Column">The column of the outputs, from 0.</param>
/// <param name="Probability">The share.</param>
/// <param name="Residual">The value.</param>
public sealed record ResidualQuantile(int Column, double Probability, double Residual);
