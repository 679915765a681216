namespace NetDsl.Training;

/// <summary>Which way a monitored value becomes better.</summary>
public enum MonitorMode
{
    /// <summary>Larger is better for accuracies, areas under curves, precision and recall, smaller for anything else.</summary>
    Auto,

    /// <summary>Smaller is better.</summary>
    Min,

    /// <summary>Larger is better.</summary>
    Max,
}
