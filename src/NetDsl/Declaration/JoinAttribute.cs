namespace NetDsl;

/// <summary>
/// What joins several layers. It takes the layers that it names; where it names only one, that and the one written above it (or named in
/// <see cref="LayerAttribute.From"/>).
/// </summary>
/// <param name="layers">The names of layers or inputs above.</param>
public abstract class JoinAttribute(params string[] layers) : LayerAttribute
{
    /// <summary>The names of the layers or inputs that are joined.</summary>
    public string[] Layers { get; } = layers;
}
