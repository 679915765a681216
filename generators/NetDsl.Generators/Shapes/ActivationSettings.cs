namespace NetDsl.Generators.Shapes;

/// <summary>What an activation that is a layer of its own was given; each reads what concerns it.</summary>
/// <param name="NegativeSlope">Of ReLU and LeakyReLU.</param>
/// <param name="MaxValue">Of ReLU.</param>
/// <param name="Threshold">Of ReLU.</param>
/// <param name="Alpha">Of ELU.</param>
/// <param name="Approximate">Of GELU.</param>
internal sealed record ActivationSettings(double NegativeSlope, double MaxValue, double Threshold, double Alpha, bool Approximate)
{
    /// <summary>Those that an activation has as the argument of a layer.</summary>
    public static ActivationSettings Of(string activation) =>
        new(activation == "LeakyReLU" ? 0.2 : 0, double.PositiveInfinity, 0, 1, false);
}
