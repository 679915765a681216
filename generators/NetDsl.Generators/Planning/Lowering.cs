using NetDsl.Generators.Planning.Layers;
using NetDsl.Generators.Shapes;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning;

/// <summary>
/// Takes declared layers apart into those that there are planners for. An activation whose derivative takes the weighted sums becomes a layer of
/// its own, so that they are kept; one that was declared a layer becomes part of the layer before it, where that can apply it.
/// </summary>
internal sealed class Lowering
{
    private readonly NetworkGraph graph;
    private readonly List<LayerNode> nodes = [];
    private readonly int[] places;

    private Lowering(NetworkGraph graph)
    {
        this.graph = graph;
        this.places = new int[graph.Nodes.Count];
    }

    /// <summary>The network with each layer replaced by its parts.</summary>
    public static NetworkGraph Of(NetworkGraph graph)
    {
        Lowering lowering = new(graph);
        for (int i = 0; i < lowering.places.Length; i++)
        {
            lowering.Add(i);
        }

        return graph with
        {
            Nodes = new(lowering.nodes),
            Outputs = new(graph.Outputs.Select(output => output with { Layer = lowering.places[output.Layer] })),
        };
    }

    private void Add(int index)
    {
        LayerNode node = this.graph.Nodes[index];
        node = node with { Inputs = new(node.Inputs.Select(input => this.places[input])) };
        if (node is ActivationNode activation)
        {
            this.AddActivation(index, activation);
        }
        else
        {
            IReadOnlyList<LayerNode> parts = node.Parts;
            int[] ends = new int[parts.Count];
            for (int part = 0; part < parts.Count; part++)
            {
                LayerNode simple = parts.Count == 1 ? parts[part] : parts[part] with { Layer = node.Name, Owner = node.Owner, IsShared = node.IsShared };
                int[] taken = simple.PartInputs.Count > 0 ? [.. simple.PartInputs] : [part - 1];
                this.AddPart(part == 0 ? simple : simple with { Inputs = new(taken.Select(input => input < 0 ? node.Inputs[0] : ends[input])) }, index);
                ends[part] = this.nodes.Count - 1;
            }
        }

        this.places[index] = this.nodes.Count - 1;
    }

    private void AddPart(LayerNode node, int index)
    {
        if (!ActivationTraits.TakesSums(node.Activation) || this.graph.EndsAt(index))
        {
            this.nodes.Add(node);
            return;
        }

        this.nodes.Add(node with { Name = node.Name + "_sums", Layer = node.Layer, Owner = node.Owner, Activation = "Linear" });
        this.nodes.Add(new ActivationNode(node.Activation, ActivationSettings.Of(node.Activation))
        {
            Name = node.Name,
            Kind = node.Kind,
            Inputs = new([this.nodes.Count - 1]),
            InputShapes = new([node.OutputShape]),
            OutputShape = node.OutputShape,
            Layer = node.Layer,
            FollowsLinear = true,
        });
    }

    private void AddActivation(int index, ActivationNode node)
    {
        int giver = node.Inputs[0];
        bool isEnd = this.graph.EndsAt(index) && node.IsPlain;
        bool isAlone = giver == this.nodes.Count - 1 && this.IsReadOnce(this.graph.Nodes[index].Inputs[0]);
        if (isAlone && node.IsPlain && (isEnd || !node.TakesSums) && this.nodes[giver].Activation == "Linear"
            && LayerPlanner.Of(this.nodes[giver]).AppliesActivation)
        {
            this.nodes[giver] = this.nodes[giver] with { Activation = node.Function };
            return;
        }

        this.nodes.Add(node with
        {
            Activation = isEnd || ActivationTraits.IsOfRows(node.Function) ? node.Function : "Linear",
            FollowsLinear = this.nodes[giver].Activation == "Linear",
        });
    }

    /// <summary>Whether one layer reads a declared one, and no output of the network is it.</summary>
    private bool IsReadOnce(int declared) =>
        this.graph.Nodes.Sum(node => node.Inputs.Count(input => input == declared)) == 1 && !this.graph.Outputs.Any(output => output.Layer == declared);
}
