using System.Globalization;
using NetDsl.Generators.Diagnostics;

namespace NetDsl.Generators.Shapes;

/// <summary>What a layer can declare of how its kernel or its bias is filled and kept small; see KernelLayerAttribute.</summary>
internal static class ParameterRules
{
    private const string Scale = "InitializerScale";
    private const string Mean = "InitializerMean";

    private static readonly string[] WithScale = ["RandomUniform", "RandomNormal", "TruncatedNormal", "Orthogonal", "Identity"];
    private static readonly string[] WithMean = ["RandomUniform", "RandomNormal", "TruncatedNormal", "Constant"];

    /// <summary>The parameter with what the layer declares of it; reports numbers that cannot be.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="prefix">What the layer's arguments begin with: Kernel or Bias.</param>
    /// <param name="node">The parameter as it is without.</param>
    public static ParameterNode Apply(LayerContext layer, string prefix, ParameterNode node)
    {
        CheckInitializer(layer, prefix, node);
        List<ParameterRule> rules = [];
        void Read(string property, Func<double, bool> isValid, string expected)
        {
            string argument = prefix + property;
            if (!layer.Spec.Has(argument))
            {
                return;
            }

            double value = layer.Spec.Number(argument, 0);
            if (isValid(value))
            {
                rules.Add(new ParameterRule(property, value));
                return;
            }

            layer.Report(
                DiagnosticDescriptors.NumberOutOfRange, argument, layer.Spec.Kind, argument, expected, value.ToString("R", CultureInfo.InvariantCulture));
        }

        Read(Scale, IsNotNegative, "a finite number of at least 0");
        Read(Mean, IsFinite, "a finite number");
        Read("RegularizerL1", IsNotNegative, "a finite number of at least 0");
        Read("RegularizerL2", IsNotNegative, "a finite number of at least 0");
        Read("MaxNorm", value => value > 0, "above 0");

        // What is as it would be anyway is not written.
        rules.RemoveAll(rule => rule.Property == "MaxNorm" ? double.IsInfinity(rule.Value) : rule is { Value: 0, Property: not Scale });
        return node with { Rules = new(rules) };
    }

    private static void CheckInitializer(LayerContext layer, string prefix, ParameterNode node)
    {
        string argument = prefix + "Initializer";
        bool needsMatrix = node.Initializer == "Identity" ? node.Shape.Rank != 2 : node.Initializer == "Orthogonal" && node.Shape.Rank < 2;
        if (needsMatrix)
        {
            string dimensions = node.Initializer == "Identity" ? "2 dimensions" : "2 dimensions or more";
            layer.Report(
                DiagnosticDescriptors.InitializerDoesNotFit, argument, $"{node.Initializer} fills {dimensions}", $"the {node.Name} has shape {node.Shape}");
        }

        foreach ((string property, string[] takers) in new[] { (Scale, WithScale), (Mean, WithMean) })
        {
            if (layer.Spec.Has(prefix + property) && !takers.Contains(node.Initializer))
            {
                layer.Report(
                    DiagnosticDescriptors.InitializerDoesNotFit,
                    prefix + property,
                    $"{prefix + property} is for {string.Join(", ", takers)}",
                    $"{argument} is {node.Initializer}");
            }
        }
    }

    private static bool IsFinite(double value) => !double.IsNaN(value) && !double.IsInfinity(value);

    private static bool IsNotNegative(double value) => value >= 0 && IsFinite(value);
}
