using NetDsl.Generators.Parsing;

namespace NetDsl.Generators.Shapes;

/// <summary>What a loss was given; each reads what concerns it.</summary>
/// <param name="LabelSmoothing">Of the cross-entropies.</param>
/// <param name="Delta">Of Huber.</param>
/// <param name="Alpha">Of the focal losses.</param>
/// <param name="Gamma">Of the focal losses.</param>
/// <param name="ApplyClassBalancing">Of the binary focal loss.</param>
internal sealed record LossSettings(double LabelSmoothing, double Delta, double Alpha, double Gamma, bool ApplyClassBalancing)
{
    private static readonly LossSettings Plain = new(0, 1, 0.25, 2, false);

    /// <summary>The names of all, as the attribute has them.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [nameof(Alpha), nameof(ApplyClassBalancing), nameof(Delta), nameof(Gamma), nameof(LabelSmoothing)];

    /// <summary>Whether they are Keras's defaults.</summary>
    public bool IsPlain => this == Plain;

    /// <summary>Those that an attribute was given.</summary>
    public static LossSettings Of(LayerSpec attribute) => new(
        attribute.Number("LabelSmoothing", Plain.LabelSmoothing),
        attribute.Number("Delta", Plain.Delta),
        attribute.Number("Alpha", Plain.Alpha),
        attribute.Number("Gamma", Plain.Gamma),
        attribute.Flag("ApplyClassBalancing", Plain.ApplyClassBalancing));

    /// <summary>The range that a setting must be in, in words, where it is not; otherwise null.</summary>
    public static string? RangeOf(string setting, LayerSpec attribute)
    {
        if (setting == nameof(ApplyClassBalancing))
        {
            return null;
        }

        // Written so that NaN, which compares false to everything, is refused too.
        double value = attribute.Number(setting, 0);
        return setting switch
        {
            nameof(LabelSmoothing) => value >= 0 && value < 1 ? null : "at least 0 and below 1",
            nameof(Delta) => value > 0 && !double.IsInfinity(value) ? null : "above 0 and finite",
            nameof(Alpha) => value >= 0 && value <= 1 ? null : "from 0 to 1",
            _ => value >= 0 && !double.IsInfinity(value) ? null : "at least 0 and finite",
        };
    }
}
