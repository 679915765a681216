namespace NetDsl.Evaluation;

/// <summary>How well one class is told from the others.</summary>
/// <param name="Name">The name of the class, or of the average.</param>
/// <param name="Precision">Of the samples taken for the class, the share that is of it; 0 where none was taken for it.</param>
/// <param name="Recall">Of the samples of the class, the share that was taken for it; 0 where there is none.</param>
/// <param name="FBeta">The weighted harmonic mean of both; 0 where neither has anything to divide by.</param>
/// <param name="Support">What the samples of the class weigh: their number where no weights were given.</param>
public sealed record ClassScore(string Name, double Precision, double Recall, double FBeta, double Support);
