namespace NetDsl.Generators.Planning.Steps;

/// <summary>What the steps of a batch normalisation have in common.</summary>
/// <param name="Channels">The channels.</param>
/// <param name="Stored">The channels as they are stored.</param>
/// <param name="Momentum">The part that the moving statistics keep of what they were.</param>
/// <param name="Epsilon">What is added to the variance.</param>
/// <param name="Gamma">What each channel is multiplied by afterwards; null for nothing.</param>
/// <param name="Beta">What is added to each channel afterwards; null for nothing.</param>
/// <param name="Mean">The moving mean.</param>
/// <param name="Variance">The moving variance.</param>
/// <param name="Coefficients">The rows of coefficients.</param>
/// <param name="Fused">What the layer before it multiplies its sums by and adds to them; null where it does not.</param>
internal sealed record BatchNormalizationData(
    int Channels,
    int Stored,
    double Momentum,
    double Epsilon,
    Operand? Gamma,
    Operand? Beta,
    Operand Mean,
    Operand Variance,
    Operand Coefficients,
    Operand? Fused);
