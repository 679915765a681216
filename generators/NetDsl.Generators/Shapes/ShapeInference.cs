using NetDsl.Generators.Diagnostics;
using NetDsl.Generators.Parsing;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Shapes;

/// <summary>
/// Follows the shapes through a declared network. Every mistake that a layer's own arguments hold is reported; one in the shapes is
/// reported where it first shows, since what comes after it is not known.
/// </summary>
internal static class ShapeInference
{
    public static InferenceResult Infer(NetworkSpec spec)
    {
        var problems = new List<DeclarationProblem>();
        NetworkRules.CheckParts(spec, problems);
        var wiring = new Wiring(spec, problems);
        bool isWhole = problems.Count == 0;
        LayerNode?[] nodes = new LayerNode?[spec.Layers.Count];
        for (int i = 0; i < nodes.Length; i++)
        {
            nodes[i] = InferLayer(spec, wiring, nodes, i, problems);
        }

        NetworkGraph? graph = isWhole ? Finish(spec, wiring, nodes, problems) : null;
        return new InferenceResult(graph, new EquatableArray<DeclarationProblem>(problems));
    }

    private static LayerNode? InferLayer(
        NetworkSpec spec, Wiring wiring, LayerNode?[] nodes, int place, ICollection<DeclarationProblem> problems)
    {
        LayerSpec layer = spec.Layers[place];
        var context = new LayerContext(layer, place, wiring.NameOf(place), problems);
        if (LayerShapes.Find(layer.Kind) is not { } shape)
        {
            context.Report(DiagnosticDescriptors.UnknownLayer, null, layer.Kind);
            return null;
        }

        shape.Check(context);
        if (layer.Kind != InputShape.InputKind)
        {
            if (wiring.InputsOf(place) is not { } inputs || inputs.Any(input => nodes[input] is null))
            {
                return null;
            }

            context.Connect([.. inputs.Select(input => nodes[input]!)], inputs, [.. inputs.Select(wiring.Describe)], inputs.Count == 1 ? SamplesOf(nodes, inputs[0]) : null);
        }

        LayerNode? node = context.HasErrors ? null : shape.Infer(context);
        return node is not null && layer.WeightsFrom is { } owner ? SharedWeights.Take(node, owner, wiring, nodes, context) : node;
    }

    private static string? SamplesOf(LayerNode?[] nodes, int place)
    {
        while (nodes[place] is { Kind: "Flatten" or "Reshape" } view)
        {
            place = view.Inputs[0];
        }

        return (nodes[place] as InputNode)?.Name;
    }

    // The rules over the whole network are asked only once each of its layers is right.
    private static NetworkGraph? Finish(NetworkSpec spec, Wiring wiring, LayerNode?[] nodes, List<DeclarationProblem> problems)
    {
        foreach (int unused in wiring.Unused)
        {
            problems.Add(new(DiagnosticDescriptors.UnusedLayer, new DeclarationSite(unused, null), wiring.NameOf(unused)));
        }

        LayerNode[] known = [.. SharedWeights.Mark([.. nodes.OfType<LayerNode>()])];
        if (known.Length < nodes.Length || wiring.Outputs.Any(output => output is null))
        {
            return null;
        }

        NetworkRules.CheckTotals(known, problems);
        if (problems.Count > 0)
        {
            return null;
        }

        var outputs = spec.Outputs.Select((output, i) =>
        {
            LayerNode node = known[wiring.Outputs[i]!.Value];
            return new OutputNode(node.Name, wiring.Outputs[i]!.Value, output, TargetShape(output.Loss, node.OutputShape));
        });
        var graph = new NetworkGraph(spec, new EquatableArray<LayerNode>(known), new EquatableArray<OutputNode>(outputs));
        NetworkRules.CheckEnds(graph, problems);
        return problems.Any(problem => problem.IsError) ? null : graph;
    }

    /// <summary>What an output is compared with: a value for each of its own, or the number of a class for each row of them.</summary>
    private static Shape TargetShape(string loss, Shape output) =>
        loss != "SparseCategoricalCrossentropy" ? output : output.Rank == 1 ? new(1) : new([.. output.Extents.Take(output.Rank - 1)]);
}
