namespace NetDsl;

/// <summary>
/// Declares an output of the network and its loss, in place of <see cref="LossAttribute"/> where there are several: the layer written above,
/// or the one that <see cref="From"/> names. A sample's answer, and its target, hold the outputs one after the other in the order in which they are
/// declared; the loss of a sample is the weighted sum of theirs. Accuracy is that of the last output.
/// </summary>
/// <param name="loss">The loss between this output and its target.</param>
/// <example><code>[Output(Loss.CategoricalCrossentropy, From = "auxiliary", Weight = 0.3)]</code></example>
[AttributeUsage(AttributeTargets.Class, Inherited = false, AllowMultiple = true)]
public sealed class OutputAttribute(Loss loss) : LossAttribute(loss)
{
    /// <summary>The name of the layer, in place of the one written above.</summary>
    public string? From { get; set; }

    /// <summary>What this output's loss is multiplied by, at least 0.</summary>
    public double Weight { get; set; } = 1;
}
