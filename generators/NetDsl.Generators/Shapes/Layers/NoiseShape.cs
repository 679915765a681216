using System.Globalization;
using NetDsl.Generators.Diagnostics;

namespace NetDsl.Generators.Shapes.Layers;

/// <summary>[Dropout] and its kin: any shape, unchanged; for whole channels, one with the dimensions that share what is drawn.</summary>
/// <param name="kind">The attribute's name without "Attribute".</param>
/// <param name="noise">What it does.</param>
/// <param name="sharedAxes">How many dimensions before the channels share what is drawn.</param>
internal sealed class NoiseShape(string kind, Noise noise, int sharedAxes = 0) : LayerShape
{
    private const string Rate = nameof(Rate);
    private const string Stddev = nameof(Stddev);

    /// <summary>All kinds of noise.</summary>
    public static IEnumerable<LayerShape> All =>
    [
        new NoiseShape("AlphaDropout", Noise.AlphaDropout),
        new NoiseShape("Dropout", Noise.Dropout),
        new NoiseShape("GaussianDropout", Noise.GaussianDropout),
        new NoiseShape("GaussianNoise", Noise.GaussianNoise),
        .. SpatialAxes.Counts.Select(axes => new NoiseShape(FormattableString.Invariant($"SpatialDropout{axes}D"), Noise.Dropout, axes)),
    ];

    public override string Kind => kind;

    private string Argument => noise == Noise.GaussianNoise ? Stddev : Rate;

    public override void Check(LayerContext layer)
    {
        double amount = layer.Spec.Number(this.Argument, 0);
        string text = amount.ToString("R", CultureInfo.InvariantCulture);

        // Written so that NaN, which compares false to everything, is refused too.
        if (noise != Noise.GaussianNoise && !(amount >= 0 && amount < 1))
        {
            layer.Report(DiagnosticDescriptors.RateOutOfRange, Rate, kind, text);
        }
        else if (!(amount >= 0 && amount < double.PositiveInfinity))
        {
            layer.Report(DiagnosticDescriptors.AmountNegative, Stddev, kind, "a finite standard deviation", text);
        }
    }

    // What is drawn is drawn in training only; a prediction's pass does nothing, so no operations are counted.
    public override LayerNode? Infer(LayerContext layer) => sharedAxes > 0 && !layer.RequireAxes([.. SpatialAxes.Names(sharedAxes), "channels"])
        ? null
        : new NoiseNode(noise, layer.Spec.Number(this.Argument, 0), sharedAxes)
        {
            Name = layer.Name,
            Kind = layer.Spec.Kind,
            Inputs = layer.Inputs,
            InputShapes = layer.InputShapes,
            OutputShape = layer.InputShape,
        };
}
