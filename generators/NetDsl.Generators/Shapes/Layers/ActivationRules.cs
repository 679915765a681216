using NetDsl.Generators.Diagnostics;

namespace NetDsl.Generators.Shapes.Layers;

/// <summary>What layers that end with an activation have in common.</summary>
internal static class ActivationRules
{
    /// <summary>Reports a softmax over a single value, which is 1 whatever the input, so that nothing is learnt.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="units">The values it is taken over.</param>
    /// <param name="unit">What the layer calls one of them.</param>
    public static void CheckSoftmax(LayerContext layer, int units, string unit)
    {
        if (ActivationTraits.IsOfRows(layer.Activation) && units == 1)
        {
            layer.Report(DiagnosticDescriptors.SoftmaxOnOneUnit, "Activation", layer.Spec.Kind, unit);
        }
    }

    /// <summary>One operation a value: what a sigmoid really takes depends on the machine, and a layer's sums dwarf it.</summary>
    public static long Flops(string activation, Shape output) => activation == "Linear" ? 0 : output.Size;
}
