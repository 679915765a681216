using NetDsl.Generators.Diagnostics;

namespace NetDsl.Generators.Shapes;

/// <summary>A layer that uses the parameters of another: WeightsFrom.</summary>
internal static class SharedWeights
{
    /// <summary>The layer without parameters of its own; null after reporting why the other's do not fit.</summary>
    /// <param name="node">The layer as if it had its own.</param>
    /// <param name="name">The layer that it names.</param>
    /// <param name="wiring">Who is called what.</param>
    /// <param name="nodes">The layers whose shapes are known: those above.</param>
    /// <param name="context">Where mistakes go.</param>
    public static LayerNode? Take(LayerNode node, string name, Wiring wiring, LayerNode?[] nodes, LayerContext context)
    {
        LayerNode? owner = wiring.Find(name) is { } place ? nodes[place] : null;
        string? problem = owner is null ? "no layer of that name stands above it" : Problem(node, owner, nodes);
        if (problem is null)
        {
            return node with { Owner = owner!.Owner, Parameters = EquatableArray<ParameterNode>.Empty };
        }

        context.Report(DiagnosticDescriptors.UnsuitableWeights, "WeightsFrom", node.Kind, name, problem);
        return null;
    }

    /// <summary>The layers, those that use the same parameters marked.</summary>
    public static IEnumerable<LayerNode> Mark(IReadOnlyList<LayerNode> nodes) =>
        nodes.Select(node => nodes.Count(other => other.Owner == node.Owner) > 1 ? node with { IsShared = true } : node);

    // One that shares as well leads to the layer whose parameters they are.
    private static string? Problem(LayerNode node, LayerNode named, LayerNode?[] nodes)
    {
        LayerNode owner = nodes.First(n => n?.Name == named.Owner)!;
        if (owner.Parameters.Count == 0)
        {
            return $"{owner.Kind} has none";
        }

        if (owner.Kind != node.Kind)
        {
            return $"it is a {owner.Kind}";
        }

        string[] own = Describe(node);
        string[] others = Describe(owner);
        return own.SequenceEqual(others) ? null : $"it has {string.Join(", ", others)}; {string.Join(", ", own)} would be needed";
    }

    private static string[] Describe(LayerNode node) => [.. node.Parameters.Select(p => $"{p.Name} {p.Shape}")];
}
