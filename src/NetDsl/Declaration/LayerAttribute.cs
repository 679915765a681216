namespace NetDsl;

/// <summary>What every layer can be given. A layer takes the output of the one written before it, unless <see cref="From"/> names another.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false, AllowMultiple = true)]
public abstract class LayerAttribute : Attribute
{
    /// <summary>
    /// The name of this layer's output and of its parameters (<c>NAME/kernel</c>); the kind and an index counted from 0 among layers of
    /// the kind where it is left out (<c>dense_0</c>).
    /// </summary>
    public string? Name { get; set; }

    /// <summary>The name of the layer or input whose output this layer takes, in place of the one written before it.</summary>
    public string? From { get; set; }

    /// <summary>
    /// The name of a layer of the same kind above, whose parameters this one uses as well: both are trained as one. Null for parameters of
    /// its own.
    /// </summary>
    public string? WeightsFrom { get; set; }
}
