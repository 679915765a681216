namespace NetDsl.Kernels;

/// <summary>What activations that are layers of their own can be given; each reads what concerns it. Made by generated code.</summary>
/// <param name="NegativeSlope">Of ReLU and LeakyReLU: what values below the threshold are multiplied by.</param>
/// <param name="MaxValue">Of ReLU: the largest value.</param>
/// <param name="Threshold">Of ReLU: where it begins to be x.</param>
/// <param name="Alpha">Of ELU: what the values tend to, with the other sign.</param>
/// <param name="Approximate">Of GELU: whether it is the one with a hyperbolic tangent.</param>
public readonly record struct ActivationSettings(
    double NegativeSlope = 0, double MaxValue = double.PositiveInfinity, double Threshold = 0, double Alpha = 1, bool Approximate = false)
{
    /// <summary>Those of an activation that is the argument of a layer, with Keras's defaults.</summary>
    /// <param name="activation">The activation.</param>
    internal static ActivationSettings Of(Activation activation) =>
        activation == Activation.LeakyReLU ? new(NegativeSlope: 0.2) : new(Alpha: 1);

    /// <summary>Whether it is the ReLU that is max(0, x) and nothing more.</summary>
    internal bool IsPlain => this.NegativeSlope == 0 && this.Threshold == 0 && double.IsPositiveInfinity(this.MaxValue);
}
