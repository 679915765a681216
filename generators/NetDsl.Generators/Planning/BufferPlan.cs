namespace NetDsl.Generators.Planning;

/// <summary>A buffer of a pass.</summary>
/// <param name="Name">Its field in the generated class.</param>
/// <param name="Comment">What it holds.</param>
/// <param name="Elements">Its elements: of one sample, or of all where it does not grow with the batch.</param>
/// <param name="IsShared">Whether it does not grow with the batch.</param>
/// <param name="TrainingOffset">Where it starts in a pass for training; for each sample of the batch, or of the shared part.</param>
/// <param name="PredictionOffset">Where it starts in a pass for prediction by one thread, where buffers that are not needed at the same time share
/// memory; -1 for one that only training needs.</param>
internal sealed record BufferPlan(string Name, string Comment, int Elements, bool IsShared, int TrainingOffset, int PredictionOffset)
{
    /// <summary>The buffer whose memory it is in a pass for prediction, whatever its offset; null for memory of its own.</summary>
    public string? SameInPrediction { get; init; }
}
