namespace NetDsl.Benchmarks.Peers;

/// <summary>What is measured. Every figure is a rate: more is better, and a ratio of two is a ratio of speeds.</summary>
internal enum Figure
{
    /// <summary>Training samples in a second: forward, loss, backward, optimiser.</summary>
    Training,

    /// <summary>Predictions in a second, a batch at once.</summary>
    Prediction,

    /// <summary>Predictions in a second, one sample at a time.</summary>
    Single,

    /// <summary>Floating-point operations in a second among registers: the processor itself.</summary>
    Peak,
}
