using System.Globalization;
using NetDsl.Generators.Diagnostics;

namespace NetDsl.Generators.Shapes.Layers;

/// <summary>[Normalization]: of the samples by statistics of the data; any shape, unchanged.</summary>
internal sealed class NormalizationShape : LayerShape
{
    private const string Mean = nameof(Mean);
    private const string Variance = nameof(Variance);

    public override string Kind => "Normalization";

    public override void Check(LayerContext layer)
    {
        if (layer.Spec.Has(Mean) != layer.Spec.Has(Variance))
        {
            (string given, string missing) = layer.Spec.Has(Mean) ? (Mean, Variance) : (Variance, Mean);
            layer.Report(DiagnosticDescriptors.NormalizationStatistics, given, $"{given} is written without {missing}; write both, or neither to learn them from the data");
            return;
        }

        foreach (string name in new[] { Mean, Variance })
        {
            double least = name == Mean ? double.MinValue : 0;
            double[] wrong = [.. layer.Spec.Numbers(name).Where(value => !(value >= least && value <= double.MaxValue))];
            if (wrong.Length > 0)
            {
                string wanted = name == Mean ? "a finite number" : "a finite number of at least 0";
                layer.Report(DiagnosticDescriptors.NormalizationStatistics, name, $"each value of {name} must be {wanted}; one is {NormalizationRules.Text(wrong[0])}");
            }
        }
    }

    public override LayerNode? Infer(LayerContext layer)
    {
        bool isGiven = layer.Spec.Has(Mean);
        int channels = layer.InputShape.Last;
        if (!isGiven && layer.Samples is null)
        {
            layer.Report(DiagnosticDescriptors.NormalizationNotFirst, null, layer.Giver);
            return null;
        }

        foreach (string name in new[] { Mean, Variance })
        {
            int count = layer.Spec.Numbers(name).Length;
            if (isGiven && count != 1 && count != channels)
            {
                layer.Report(
                    DiagnosticDescriptors.NormalizationStatistics,
                    name,
                    $"{name} has {count.ToString(CultureInfo.InvariantCulture)} values; {layer.Giver} gives {layer.InputShape}, which needs "
                    + $"{channels.ToString(CultureInfo.InvariantCulture)}, one a channel, or one for all");
                return null;
            }
        }

        return new NormalizationNode(isGiven ? null : layer.Samples)
        {
            Name = layer.Name,
            Kind = layer.Spec.Kind,
            Inputs = layer.Inputs,
            InputShapes = layer.InputShapes,
            OutputShape = layer.InputShape,
            Parameters = new([Statistic(layer, Mean, "Zeros"), Statistic(layer, Variance, "Ones")]),
            Flops = (long)NormalizationRules.FlopsPerValue * layer.InputShape.Size,
        };
    }

    private static ParameterNode Statistic(LayerContext layer, string name, string otherwise) =>
        NormalizationRules.Parameter(layer, name.ToLowerInvariant(), "", otherwise) with
        {
            IsTrainable = false,
            InitialValues = new(layer.Spec.Numbers(name)),
        };
}
