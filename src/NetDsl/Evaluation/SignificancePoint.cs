namespace NetDsl.Evaluation;

/// <summary>One cut of a <see cref="SignificanceScan"/>.</summary>
/// <param name="Cut">An event is kept where its score is at least this.</param>
/// <param name="Signal">The sum of the weights of the signal that is kept.</param>
/// <param name="Background">The sum of the weights of the background that is kept.</param>
/// <param name="Significance">The significance, or NaN where it is not defined.</param>
public sealed record SignificancePoint(double Cut, double Signal, double Background, double Significance);
