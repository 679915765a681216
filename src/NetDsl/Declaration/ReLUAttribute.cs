namespace NetDsl;

/// <summary>
/// The rectified linear unit in Keras's general form, any shape: MaxValue for x of at least MaxValue, x from Threshold to there,
/// NegativeSlope (x - Threshold) below.
/// </summary>
/// <example><code>[ReLU(MaxValue = 6)]</code></example>
public sealed class ReLUAttribute : LayerAttribute
{
    /// <summary>The largest value, at least 0; infinity for none.</summary>
    public double MaxValue { get; set; } = double.PositiveInfinity;

    /// <summary>What the distance below the threshold is multiplied by, at least 0.</summary>
    public double NegativeSlope { get; set; }

    /// <summary>Where the function begins to be x, at least 0.</summary>
    public double Threshold { get; set; }
}
