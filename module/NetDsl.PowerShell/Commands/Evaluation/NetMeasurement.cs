using NetDsl.Evaluation;

namespace NetDsl.PowerShell;

/// <summary>How well a model does on data.</summary>
/// <param name="Model">The model.</param>
/// <param name="Samples">The number of rows.</param>
/// <param name="Loss">The mean loss of a row.</param>
/// <param name="Accuracy">The fraction of right decisions, or null where outputs are values.</param>
/// <param name="ConfusionMatrix">How many rows of each class were taken for each class, or null where outputs are values.</param>
public sealed record NetMeasurement(NetModel Model, int Samples, double Loss, double? Accuracy, ConfusionMatrix? ConfusionMatrix);
