namespace NetDsl;

/// <summary>Declares what training makes small.</summary>
/// <param name="loss">The loss between the network's output and the target.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class LossAttribute(Loss loss) : Attribute
{
    /// <summary>The loss between the network's output and the target.</summary>
    public Loss Loss { get; } = loss;
}
