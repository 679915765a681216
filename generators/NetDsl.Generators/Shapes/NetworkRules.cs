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
        int inputs = spec.Layers.Count(layer => layer.Kind == InputShape.InputKind);
        if (inputs == 0)
        {
            problems.Add(new(DiagnosticDescriptors.NoInput, DeclarationSite.Network, spec.TypeName));
        }

        if (inputs == spec.Layers.Count)
        {
            problems.Add(new(DiagnosticDescriptors.NoLayers, DeclarationSite.Network, spec.TypeName));
        }

        if (spec.Outputs.Count == 0)
        {
            problems.Add(new(DiagnosticDescriptors.NoLoss, DeclarationSite.Network, spec.TypeName));
        }

        for (int i = 0; i < spec.Outputs.Count; i++)
        {
            CheckOutput(spec, i, problems);
        }
    }

    // [Loss] is the short form for the one output of the last layer, so it stands alone.
    private static void CheckOutput(NetworkSpec spec, int index, ICollection<DeclarationProblem> problems)
    {
        OutputSpec output = spec.Outputs[index];
        if (!output.IsOutput && spec.Outputs.Count > 1)
        {
            problems.Add(new(DiagnosticDescriptors.LossBesideOutputs, DeclarationSite.OfOutput(index), spec.TypeName));
        }

        // Written so that NaN, which compares false to everything, is refused too.
        if (!(output.Weight >= 0 && !double.IsInfinity(output.Weight)))
        {
            string weight = output.Weight.ToString("R", CultureInfo.InvariantCulture);
            problems.Add(new(DiagnosticDescriptors.WeightOutOfRange, DeclarationSite.OfOutput(index, "Weight"), weight));
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

    /// <summary>
    /// Reports a layer that is declared an output twice; warns of a loss that an output does not fit, and of one that ends with a dropout or with noise.
    /// </summary>
    public static void CheckEnds(NetworkGraph graph, ICollection<DeclarationProblem> problems)
    {
        for (int i = 0; i < graph.Outputs.Count; i++)
        {
            OutputNode output = graph.Outputs[i];
            if (graph.Outputs.Take(i).Any(other => other.Layer == output.Layer))
            {
                problems.Add(new(DiagnosticDescriptors.RepeatedOutput, DeclarationSite.OfOutput(i), output.Name));
            }

            CheckEnd(graph, i, problems);
        }
    }

    private static void CheckEnd(NetworkGraph graph, int index, ICollection<DeclarationProblem> problems)
    {
        OutputNode output = graph.Outputs[index];
        LayerNode last = graph.Nodes[output.Layer];
        if (last is NoiseNode noise)
        {
            var descriptor = noise.Noise == Noise.Dropout ? DiagnosticDescriptors.DropoutLast : DiagnosticDescriptors.NoiseLast;
            problems.Add(new(descriptor, new DeclarationSite(output.Layer, null), last.Name));
        }

        while (last.KeepsValues)
        {
            last = graph.Nodes[last.Inputs[0]];
        }

        (string Activation, string Values)? wanted = output.Loss switch
        {
            "BinaryCrossentropy" => ("Sigmoid", "probabilities between 0 and 1"),
            "CategoricalCrossentropy" => ("Softmax", "probabilities that sum to 1"),
            _ => null,
        };
        if (wanted is var (activation, values) && last.Activation != activation)
        {
            string given = last is InputNode ? "the input" : $"{last.Kind} '{last.Name}' with the activation {last.Activation}";
            problems.Add(new(DiagnosticDescriptors.LossDoesNotFit, DeclarationSite.OfOutput(index), output.Loss, values, given, activation));
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
