using System.Globalization;
using NetDsl.Generators.Diagnostics;

namespace NetDsl.Generators.Shapes.Layers;

/// <summary>What the layers that normalise have in common.</summary>
internal static class NormalizationRules
{
    /// <summary>Operations a value: the difference from the mean, and one multiplication and addition.</summary>
    public const int FlopsPerValue = 3;

    /// <summary>Reports an epsilon that does not keep the deviation from 0. NaN, which compares false to everything, is refused too.</summary>
    public static void CheckEpsilon(LayerContext layer)
    {
        double epsilon = layer.Spec.Number("Epsilon", 1e-3);
        if (!(epsilon > 0 && epsilon < double.PositiveInfinity))
        {
            layer.Report(DiagnosticDescriptors.NormalizationSettingOutOfRange, "Epsilon", layer.Spec.Kind, "an Epsilon above 0", Text(epsilon));
        }
    }

    /// <summary>Reports a momentum that is no part of a whole.</summary>
    public static void CheckMomentum(LayerContext layer)
    {
        double momentum = layer.Spec.Number("Momentum", 0.99);
        if (!(momentum >= 0 && momentum <= 1))
        {
            layer.Report(DiagnosticDescriptors.NormalizationSettingOutOfRange, "Momentum", layer.Spec.Kind, "a Momentum from 0 to 1", Text(momentum));
        }
    }

    /// <summary>Gamma and beta, as far as the layer has them.</summary>
    public static IEnumerable<ParameterNode> ScaleAndCenter(LayerContext layer)
    {
        if (layer.Spec.Flag("Scale", true))
        {
            yield return Parameter(layer, "gamma", "GammaInitializer", "Ones");
        }

        if (layer.Spec.Flag("Center", true))
        {
            yield return Parameter(layer, "beta", "BetaInitializer", "Zeros");
        }
    }

    /// <summary>A parameter of one value a channel. For a vector Keras takes its length for both fans.</summary>
    public static ParameterNode Parameter(LayerContext layer, string name, string initializer, string otherwise)
    {
        int channels = layer.InputShape.Last;
        return new(name, new Shape(channels), layer.Spec.Text(initializer) ?? otherwise, channels, channels);
    }

    /// <summary>A number as it is written in a message.</summary>
    public static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
