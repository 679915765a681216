using System.Globalization;
using NetDsl.Generators.Diagnostics;

namespace NetDsl.Generators.Shapes.Layers;

/// <summary>The arguments that a layer describes the edges of its dimensions with: one for all, one for each dimension, one for each end.</summary>
/// <param name="All">The argument for all: Padding, Cropping.</param>
/// <param name="Axes">How many dimensions before the channels.</param>
internal sealed record EdgeArguments(string All, int Axes)
{
    private (string Before, string After)[] Ends => this.Axes switch
    {
        1 => [("Left", "Right")],
        2 => [("Top", "Bottom"), ("Left", "Right")],
        _ => [("Front", "Back"), ("Top", "Bottom"), ("Left", "Right")],
    };

    private string[] PerAxis => [.. SpatialAxes.Endings(this.Axes).Select(ending => this.All + ending)];

    /// <summary>Reports what is below 0.</summary>
    public void Check(LayerContext layer)
    {
        IEnumerable<string> names = this.PerAxis.Prepend(this.All).Concat(this.Ends.SelectMany(end => new[] { end.Before, end.After })).Distinct();
        foreach (string name in names)
        {
            int value = layer.Spec.Integer(name, 0);
            if (value < 0)
            {
                layer.Report(DiagnosticDescriptors.AmountNegative, name, layer.Spec.Kind, name, value.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>The edges of each dimension.</summary>
    public Edges[] Of(LayerContext layer)
    {
        int all = layer.Spec.Integer(this.All, 0);
        return
        [
            .. this.PerAxis.Zip(this.Ends, (axis, end) =>
            {
                int both = layer.Spec.Integer(axis, all);
                return new Edges(layer.Spec.Integer(end.Before, both), layer.Spec.Integer(end.After, both));
            }),
        ];
    }

    /// <summary>The argument that the edges of a dimension were given with, to report a mistake at.</summary>
    public string? ArgumentOf(LayerContext layer, int axis) =>
        new[] { this.All, this.PerAxis[axis], this.Ends[axis].Before }.FirstOrDefault(layer.Spec.Has);
}
