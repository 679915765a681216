using System.Globalization;
using NetDsl.Generators.Diagnostics;

namespace NetDsl.Generators.Shapes.Layers;

/// <summary>[Add], [Subtract], [Multiply], [Average], [Maximum], [Minimum]: inputs of one shape, which is the output's.</summary>
/// <param name="join">What is made of the values at a place.</param>
internal sealed class JoinShape(JoinKind join) : LayerShape
{
    /// <summary>The argument that names the layers that are joined.</summary>
    public const string Layers = nameof(Layers);

    public override string Kind => join.ToString();

    public override LayerNode? Infer(LayerContext layer)
    {
        if (!RequireSeveral(layer) || !RequireOneShape(layer))
        {
            return null;
        }

        return new JoinNode(join)
        {
            Name = layer.Name,
            Kind = layer.Spec.Kind,
            Inputs = layer.Inputs,
            InputShapes = layer.InputShapes,
            OutputShape = layer.InputShape,
            Flops = (long)(layer.Inputs.Count - (join == JoinKind.Average ? 0 : 1)) * layer.InputShape.Size,
        };
    }

    /// <summary>Whether there are two inputs to join, or more; reports it otherwise.</summary>
    public static bool RequireSeveral(LayerContext layer)
    {
        if (layer.Inputs.Count >= 2)
        {
            return true;
        }

        layer.Report(DiagnosticDescriptors.TooFewInputs, Layers, layer.Spec.Kind);
        return false;
    }

    private bool RequireOneShape(LayerContext layer)
    {
        int other = Enumerable.Range(0, layer.Inputs.Count).FirstOrDefault(i => layer.InputShapes[i] != layer.InputShape);
        if (other > 0)
        {
            ReportShapes(layer, "of one shape", other);
            return false;
        }

        if (join == JoinKind.Subtract && layer.Inputs.Count > 2)
        {
            layer.Report(DiagnosticDescriptors.TooManyInputs, Layers, layer.Spec.Kind, "two", layer.Inputs.Count.ToString(CultureInfo.InvariantCulture));
            return false;
        }

        return true;
    }

    /// <summary>Reports an input whose shape does not fit the first.</summary>
    public static void ReportShapes(LayerContext layer, string need, int other) => layer.Report(
        DiagnosticDescriptors.ShapesDiffer,
        Layers,
        layer.Spec.Kind,
        need,
        layer.Giver,
        layer.InputShape.ToString(),
        layer.Givers[other],
        layer.InputShapes[other].ToString());
}
