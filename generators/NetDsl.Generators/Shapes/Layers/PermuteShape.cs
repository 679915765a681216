using System.Globalization;
using NetDsl.Generators.Diagnostics;

namespace NetDsl.Generators.Shapes.Layers;

/// <summary>[Permute]: the last dimensions in the order given.</summary>
internal sealed class PermuteShape : LayerShape
{
    private const string Dims = nameof(Dims);

    public override string Kind => "Permute";

    public override void Check(LayerContext layer)
    {
        int[] dims = layer.Spec.Integers(Dims);
        if (dims.Length == 0 || !dims.OrderBy(d => d).SequenceEqual(Enumerable.Range(1, dims.Length)))
        {
            string count = Math.Max(dims.Length, 1).ToString(CultureInfo.InvariantCulture);
            layer.Report(DiagnosticDescriptors.NotAPermutation, null, count, new Shape(dims).ToString());
        }
    }

    public override LayerNode? Infer(LayerContext layer)
    {
        int[] dims = layer.Spec.Integers(Dims);
        if (!layer.RequireAxes([.. Enumerable.Range(1, dims.Length).Select(d => FormattableString.Invariant($"dimension {d}"))]))
        {
            return null;
        }

        int before = layer.InputShape.Rank - dims.Length;
        int[] order = [.. Enumerable.Range(0, before), .. dims.Select(d => before + d - 1)];
        return new PermuteNode(new(order))
        {
            Name = layer.Name,
            Kind = layer.Spec.Kind,
            Inputs = layer.Inputs,
            InputShapes = layer.InputShapes,
            OutputShape = new Shape([.. order.Select(axis => layer.InputShape[axis])]),
        };
    }
}
