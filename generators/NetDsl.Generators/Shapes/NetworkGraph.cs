using NetDsl.Generators.Parsing;

namespace NetDsl.Generators.Shapes;

/// <summary>A declaration without errors: what planning starts from.</summary>
/// <param name="Spec">The declaration.</param>
/// <param name="Nodes">The inputs and layers; each after those that feed it.</param>
/// <param name="Output">The place of the layer whose output is the network's.</param>
/// <param name="Loss">The member of the Loss enum.</param>
internal sealed record NetworkGraph(NetworkSpec Spec, EquatableArray<LayerNode> Nodes, int Output, string Loss);
