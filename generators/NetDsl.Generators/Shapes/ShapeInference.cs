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
        var wiring = new Wiring(spec.Layers, problems);
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
            context.Report(DiagnosticDescriptors.UnknownLayer, null, layer.Kind, string.Join(", ", LayerShapes.LayerKinds));
            return null;
        }

        shape.Check(context);
        if (layer.Kind != InputShape.InputKind)
        {
            if (wiring.InputOf(place) is not { } input || nodes[input] is not { } giver)
            {
                return null;
            }

            context.Connect(giver, input, wiring.Describe(input), IsSamples(nodes, input));
        }

        return context.HasErrors ? null : shape.Infer(context);
    }

    private static bool IsSamples(LayerNode?[] nodes, int place)
    {
        while (nodes[place] is { Kind: "Flatten" or "Reshape" } view)
        {
            place = view.Inputs[0];
        }

        return nodes[place] is InputNode;
    }

    // The rules over the whole network are asked only once each of its layers is right.
    private static NetworkGraph? Finish(NetworkSpec spec, Wiring wiring, LayerNode?[] nodes, List<DeclarationProblem> problems)
    {
        foreach (int unused in wiring.Unused)
        {
            problems.Add(new(DiagnosticDescriptors.UnusedLayer, new DeclarationSite(unused, null), wiring.NameOf(unused)));
        }

        LayerNode[] known = [.. nodes.OfType<LayerNode>()];
        if (known.Length < nodes.Length || spec.Loss is not { } loss)
        {
            return null;
        }

        NetworkRules.CheckTotals(known, problems);
        if (problems.Count > 0)
        {
            return null;
        }

        var graph = new NetworkGraph(spec, new EquatableArray<LayerNode>(known), known.Length - 1, loss);
        NetworkRules.CheckEnd(graph, problems);
        return graph;
    }
}
