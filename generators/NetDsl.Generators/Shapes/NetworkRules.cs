using System.Globalization;
using NetDsl.Generators.Diagnostics;
using NetDsl.Generators.Parsing;
using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Shapes;

/// <summary>What a network as a whole must have, and what makes one that is right in form of little use.</summary>
internal static class NetworkRules
{
    /// <summary>Reports an input, layers or a loss that are missing.</summary>
    public static void CheckParts(NetworkSpec spec, ICollection<DeclarationProblem> problems)
    {
        int[] inputs = [.. Enumerable.Range(0, spec.Layers.Count).Where(i => spec.Layers[i].Kind == InputShape.InputKind)];
        if (inputs.Length == 0)
        {
            problems.Add(new(DiagnosticDescriptors.NoInput, DeclarationSite.Network, spec.TypeName));
        }

        foreach (int input in inputs.Skip(1))
        {
            problems.Add(new(DiagnosticDescriptors.SeveralInputs, new DeclarationSite(input, null), spec.TypeName));
        }

        if (inputs.Length == spec.Layers.Count)
        {
            problems.Add(new(DiagnosticDescriptors.NoLayers, DeclarationSite.Network, spec.TypeName));
        }

        if (spec.Loss is null)
        {
            problems.Add(new(DiagnosticDescriptors.NoLoss, DeclarationSite.Network, spec.TypeName));
        }
    }

    /// <summary>
    /// Reports a network whose parameters, or whose values of one sample, cannot be counted together by an int, at the layer where they
    /// grow beyond it.
    /// </summary>
    public static void CheckTotals(IReadOnlyList<LayerNode> nodes, ICollection<DeclarationProblem> problems)
    {
        long parameters = 0;
        long values = 0;
        for (int i = 0; i < nodes.Count; i++)
        {
            parameters += nodes[i].Parameters.Sum(p => Stored(p.Shape));

            // Each output and the gradient with respect to it.
            values += 2 * Stored(nodes[i].OutputShape);
            (long total, string what) = parameters > int.MaxValue ? (parameters, "parameters") : (values, "values and gradients of a sample");
            if (total > int.MaxValue)
            {
                string count = total.ToString("N0", CultureInfo.InvariantCulture);
                problems.Add(new(DiagnosticDescriptors.NetworkTooLarge, new DeclarationSite(i, null), nodes[i].Kind, count, what));
                return;
            }
        }
    }

    /// <summary>Warns of a loss that the network's outputs do not fit, and of a network that ends with a dropout or with noise.</summary>
    public static void CheckEnd(NetworkGraph graph, ICollection<DeclarationProblem> problems)
    {
        LayerNode last = graph.Nodes[graph.Output];
        if (last is NoiseNode noise)
        {
            var descriptor = noise.Noise == Noise.Dropout ? DiagnosticDescriptors.DropoutLast : DiagnosticDescriptors.NoiseLast;
            problems.Add(new(descriptor, new DeclarationSite(graph.Output, null), last.Name));
        }

        while (last.KeepsValues)
        {
            last = graph.Nodes[last.Inputs[0]];
        }

        (string Activation, string Values)? wanted = graph.Loss switch
        {
            "BinaryCrossentropy" => ("Sigmoid", "probabilities between 0 and 1"),
            "CategoricalCrossentropy" => ("Softmax", "probabilities that sum to 1"),
            _ => null,
        };
        if (wanted is var (activation, values) && last.Activation != activation)
        {
            string given = last is InputNode ? "the input" : $"{last.Kind} '{last.Name}' with the activation {last.Activation}";
            problems.Add(new(DiagnosticDescriptors.LossDoesNotFit, DeclarationSite.Loss, graph.Loss, values, given, activation));
        }
    }

    // The rows of a matrix are filled up to whole vectors, of which the longest has 16 values.
    private static long Stored(Shape shape)
    {
        const int Vector = 16;
        long filled = ((long)shape.Last + Vector - 1) / Vector * Vector;
        return shape.Size / shape.Last * filled;
    }
}
