namespace NetDsl.Generators.Shapes.Layers;

/// <summary>What shape inference knows of one kind of layer; <see cref="LayerShapes"/> lists them.</summary>
internal abstract class LayerShape
{
    /// <summary>The attribute's name without "Attribute".</summary>
    public abstract string Kind { get; }

    /// <summary>Reports the arguments that are wrong whatever the input is.</summary>
    public virtual void Check(LayerContext layer)
    {
    }

    /// <summary>The node, or null after reporting why the layer does not fit its input. Called only where the arguments are right.</summary>
    public abstract LayerNode? Infer(LayerContext layer);
}
