namespace NetDsl;

/// <summary>
/// The Gaussian error linear unit: x P(X &lt;= x) for a standard normal X, any shape; or 0.5 x (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3))), which
/// differs from it by 0.0005 at most (Hendrycks and Gimpel 2016).
/// </summary>
/// <example><code>[GELU(Approximate = true)]</code></example>
public sealed class GELUAttribute : LayerAttribute
{
    /// <summary>Whether it is the approximation by a hyperbolic tangent.</summary>
    public bool Approximate { get; set; }
}
