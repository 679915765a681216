namespace NetDsl.Generators.Shapes.Layers;

/// <summary>Parameters: mean and variance, each [channels], neither of them trained.</summary>
/// <param name="AdaptsTo">The name of the network's input whose statistics they are; null where the declaration gives them.</param>
internal sealed record NormalizationNode(string? AdaptsTo) : LayerNode
{
    /// <summary>The smallest deviation that is divided by (keras/src/backend/config.py, epsilon).</summary>
    public const double Epsilon = 1e-7;
}
