using System.Globalization;

namespace NetDsl.Training;

/// <summary>One comparison of a computed gradient with differences of the loss.</summary>
/// <param name="Name">The parameter's name, or "input" for the samples.</param>
/// <param name="Index">The value that was moved, in row-major order; null where all were, in a random direction.</param>
/// <param name="Gradient">The derivative of the loss along the direction, from the computed gradient.</param>
/// <param name="Difference">The same from central differences, of the step length that comes nearest.</param>
/// <param name="Tolerance">How far the two may be apart.</param>
public sealed record GradientComparison(string Name, int? Index, double Gradient, double Difference, double Tolerance)
{
    /// <summary>Whether the two agree.</summary>
    public bool Agrees => Math.Abs(this.Gradient - this.Difference) <= this.Tolerance;

    /// <summary>The comparison in words.</summary>
    public override string ToString()
    {
        string place = this.Index is { } index ? $"[{index.ToString(CultureInfo.InvariantCulture)}]" : " in a random direction";
        return FormattableString.Invariant(
            $"{this.Name}{place}: the gradient is {this.Gradient:G9}, differences of the loss give {this.Difference:G9} (allowed: {this.Tolerance:G2} apart)");
    }
}
