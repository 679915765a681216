namespace NetDsl;

/// <summary>Declares the shape of one sample, channels last, without the batch: <c>[Input(32, 32, 1)]</c>.</summary>
/// <param name="shape">The extents, slowest-varying first; each at least 1.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false, AllowMultiple = true)]
public sealed class InputAttribute(params int[] shape) : Attribute
{
    /// <summary>The extents of one sample.</summary>
    public int[] Shape { get; } = shape;

    /// <summary>The name that a layer's <see cref="LayerAttribute.From"/> can refer to.</summary>
    public string? Name { get; set; }
}
