using NetDsl.Generators.Parsing;

namespace NetDsl.Generators.Shapes;

/// <summary>An output of the network.</summary>
/// <param name="Name">Its name: that of its layer.</param>
/// <param name="Layer">The place of its layer in <see cref="NetworkGraph.Nodes"/>.</param>
/// <param name="Spec">Its loss, and the loss's settings.</param>
/// <param name="TargetShape">The extents of what one sample's output is compared with.</param>
internal sealed record OutputNode(string Name, int Layer, OutputSpec Spec, Shape TargetShape)
{
    /// <summary>The member of the Loss enum.</summary>
    public string Loss => this.Spec.Loss;

    /// <summary>What its loss was given.</summary>
    public LossSettings Settings => LossSettings.Of(this.Spec.Attribute);

    /// <summary>What its loss is multiplied by.</summary>
    public double Weight => this.Spec.Weight;
}
