using NetDsl.Generators.Shapes;

namespace NetDsl.Generators.Planning;

/// <summary>Takes declared layers apart into those that there are planners for.</summary>
internal static class Lowering
{
    /// <summary>The network with each layer replaced by its parts.</summary>
    public static NetworkGraph Of(NetworkGraph graph)
    {
        List<LayerNode> nodes = [];
        int[] places = new int[graph.Nodes.Count];
        for (int i = 0; i < places.Length; i++)
        {
            LayerNode node = graph.Nodes[i] with { Inputs = new(graph.Nodes[i].Inputs.Select(input => places[input])) };
            IReadOnlyList<LayerNode> parts = node.Parts;
            for (int part = 0; part < parts.Count; part++)
            {
                LayerNode simple = parts.Count == 1 ? parts[part] : parts[part] with { Layer = node.Name, Owner = node.Owner, IsShared = node.IsShared };
                nodes.Add(part == 0 ? simple : simple with { Inputs = new([nodes.Count - 1]) });
            }

            places[i] = nodes.Count - 1;
        }

        return graph with { Nodes = new(nodes), Outputs = new(graph.Outputs.Select(output => output with { Layer = places[output.Layer] })) };
    }
}
