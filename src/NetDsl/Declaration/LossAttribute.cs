namespace NetDsl;

/// <summary>Declares what training makes small: the loss between the output of the last layer and the target.</summary>
/// <param name="loss">The loss.</param>
/// <example><code>[Loss(Loss.CategoricalCrossentropy)]</code></example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public class LossAttribute(Loss loss) : Attribute
{
    /// <summary>The loss between the output and the target.</summary>
    public Loss Loss { get; } = loss;

    /// <summary>
    /// Of the cross-entropies: how far targets are moved towards one that says nothing, from 0 (not at all) to below 1; see each loss for what it
    /// takes.
    /// </summary>
    public double LabelSmoothing { get; set; }

    /// <summary>Of Huber: the error from which on the loss grows in proportion, above 0.</summary>
    public double Delta { get; set; } = 1;

    /// <summary>Of the focal losses: the weight of all classes; of the binary one that of class 1, where classes are balanced. From 0 to 1.</summary>
    public double Alpha { get; set; } = 0.25;

    /// <summary>Of the focal losses: the power of what is missing to certainty, at least 0.</summary>
    public double Gamma { get; set; } = 2;

    /// <summary>Of the binary focal loss: whether class 1 is weighted by Alpha and class 0 by 1 - Alpha.</summary>
    public bool ApplyClassBalancing { get; set; }
}
