namespace NetDsl;

/// <summary>Declares what training makes small: the loss between the output of the last layer and the target.</summary>
/// <param name="loss">The loss.</param>
/// <example><code>[Loss(Loss.CategoricalCrossentropy)]</code></example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public class LossAttribute(Loss loss) : Attribute
{
    /// <summary>The loss between the output and the target.</summary>
    public Loss Loss { get; } = loss;
}
