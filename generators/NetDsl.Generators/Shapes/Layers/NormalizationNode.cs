namespace NetDsl.Generators.Shapes.Layers;

/// <summary>Parameters: mean and variance, each [channels], neither of them trained.</summary>
internal sealed record NormalizationNode : LayerNode
{
    /// <summary>The smallest deviation that is divided by (keras/src/backend/config.py, epsilon).</summary>
    public const double Epsilon = 1e-7;
}
