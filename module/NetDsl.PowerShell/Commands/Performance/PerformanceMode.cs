namespace NetDsl.PowerShell;

/// <summary>What Measure-NetPerformance measures.</summary>
public enum PerformanceMode
{
    /// <summary>Training: forward, loss, backward and the optimiser.</summary>
    Training,

    /// <summary>Predictions of a batch at once.</summary>
    Prediction,

    /// <summary>The time of the prediction of one sample.</summary>
    Latency,
}
