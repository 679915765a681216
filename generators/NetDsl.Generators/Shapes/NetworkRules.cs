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
            parameters += nodes[i].Parameters.Sum(p => Stored(p.Shape.Size, p.Columns));

            // Each output and the gradient with respect to it.
            values += 2 * Stored(nodes[i].OutputShape.Size, nodes[i].OutputShape.Last);
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
    /// Reports a layer that is declared an output twice, a setting of a loss that is out of range, and layers that could not learn; warns of a loss
    /// that an output does not fit, and of one that ends with a dropout or with noise.
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

        CheckSteps(graph, problems);
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

        if (Wanted(output.Loss, last.Activation) is var (activation, values))
        {
            string given = last is InputNode ? "the input" : $"{last.Kind} '{last.Name}' with the activation {last.Activation}";
            problems.Add(new(DiagnosticDescriptors.LossDoesNotFit, DeclarationSite.OfOutput(index), output.Loss, values, given, activation));
        }

        CheckSettings(output, index, problems);
    }

    /// <summary>What a loss is for, in words and as an activation, where an activation gives something else; otherwise null.</summary>
    private static (string Activation, string Values)? Wanted(string loss, string activation) => loss switch
    {
        // Decisions are not trained; their loss only counts mistakes.
        _ when ActivationTraits.IsStep(activation) => null,
        "BinaryCrossentropy" or "BinaryFocalCrossentropy" when activation is not ("Sigmoid" or "HardSigmoid") =>
            ("Sigmoid", "probabilities between 0 and 1"),
        "CategoricalCrossentropy" or "SparseCategoricalCrossentropy" or "CategoricalFocalCrossentropy" or "KullbackLeiblerDivergence"
            when !ActivationTraits.IsOfRows(activation) => ("Softmax", "probabilities that sum to 1"),
        "Poisson" when !ActivationTraits.IsNotNegative(activation) => ("Exponential", "rates, which are positive"),
        "Hinge" or "SquaredHinge" or "Perceptron" when ActivationTraits.IsNotNegative(activation) || activation == "LogSoftmax" =>
            ("Linear", "values whose sign is the class"),
        _ => null,
    };

    /// <summary>Reports settings of a loss that are out of range, and warns of those that it does not take.</summary>
    private static void CheckSettings(OutputNode output, int index, ICollection<DeclarationProblem> problems)
    {
        string[] taken = output.Loss switch
        {
            "BinaryCrossentropy" or "CategoricalCrossentropy" => ["LabelSmoothing"],
            "CategoricalFocalCrossentropy" => ["Alpha", "Gamma", "LabelSmoothing"],
            "BinaryFocalCrossentropy" => ["Alpha", "ApplyClassBalancing", "Gamma", "LabelSmoothing"],
            "Huber" => ["Delta"],
            _ => [],
        };
        foreach (string setting in LossSettings.Names.Where(output.Spec.Attribute.Has))
        {
            DeclarationSite site = DeclarationSite.OfOutput(index, setting);
            if (!taken.Contains(setting))
            {
                string settings = taken.Length == 0 ? "none" : string.Join(", ", taken);
                problems.Add(new(DiagnosticDescriptors.LossSettingUnused, site, setting, output.Loss, settings));
            }
            else if (LossSettings.RangeOf(setting, output.Spec.Attribute) is { } range)
            {
                string value = output.Spec.Attribute.Number(setting, 0).ToString("R", CultureInfo.InvariantCulture);
                problems.Add(new(DiagnosticDescriptors.NumberOutOfRange, site, output.Loss, setting, range, value));
            }
        }
    }

    /// <summary>
    /// Reports parameters from which no gradient leads past a function whose derivative is 0. A network that ends with one is for prediction, and may
    /// have others before it.
    /// </summary>
    private static void CheckSteps(NetworkGraph graph, ICollection<DeclarationProblem> problems)
    {
        if (graph.Outputs.Any(output => ActivationTraits.IsStep(graph.Nodes[output.Layer].Activation)))
        {
            return;
        }

        bool[] isTrained = new bool[graph.Nodes.Count];
        for (int i = 0; i < isTrained.Length; i++)
        {
            LayerNode node = graph.Nodes[i];
            isTrained[i] = node.Parameters.Count > 0 || node.Owner != node.Name || node.Inputs.Any(input => isTrained[input]);
            if (isTrained[i] && ActivationTraits.IsStep(node.Activation))
            {
                problems.Add(new(DiagnosticDescriptors.StepIsNotTrained, new DeclarationSite(i, "Activation"), node.Name, node.Activation));
            }
        }
    }

    // The rows of a matrix are filled up to whole vectors, of which the longest has 16 values.
    private static long Stored(int size, int columns)
    {
        const int Vector = 16;
        long filled = ((long)columns + Vector - 1) / Vector * Vector;
        return size / columns * filled;
    }
}
