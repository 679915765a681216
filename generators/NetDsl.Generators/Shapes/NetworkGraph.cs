using NetDsl.Generators.Parsing;

namespace NetDsl.Generators.Shapes;

/// <summary>A declaration without errors: what planning starts from.</summary>
/// <param name="Spec">The declaration.</param>
/// <param name="Nodes">The inputs and layers; each after those that feed it.</param>
/// <param name="Outputs">The outputs of the network, in the order in which its answers hold them; at least one.</param>
internal sealed record NetworkGraph(NetworkSpec Spec, EquatableArray<LayerNode> Nodes, EquatableArray<OutputNode> Outputs)
{
    /// <summary>The place of the layer whose output is the network's; of several, the last.</summary>
    public int Output => this.Outputs[this.Outputs.Count - 1].Layer;

    /// <summary>The member of the Loss enum for <see cref="Output"/>.</summary>
    public string Loss => this.Outputs[this.Outputs.Count - 1].Loss;

    /// <summary>Whether nobody but the loss reads a layer.</summary>
    public bool EndsAt(int layer) => this.Outputs.Any(output => output.Layer == layer) && !this.Nodes.Any(node => node.Inputs.Contains(layer));
}
