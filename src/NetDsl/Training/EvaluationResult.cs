namespace NetDsl.Training;

/// <summary>How well a network does on some data.</summary>
/// <param name="Loss">The mean loss of a sample.</param>
/// <param name="Accuracy">
/// The fraction of right decisions, 0 to 1: of the most likely class after a softmax, of the side of 0.5 after sigmoids; null for other
/// outputs, which are values and not decisions.
/// </param>
public readonly record struct EvaluationResult(double Loss, double? Accuracy);
