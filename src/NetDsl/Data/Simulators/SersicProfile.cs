using NetDsl.Kernels;

namespace NetDsl.Data.Simulators;

/// <summary>
/// The brightness of a galaxy along its radius, I(r) = I_e exp(-b_n ((r / R_e)^(1 / n) - 1)) (J. L. Sersic, "Atlas de galaxias australes", 1968), where
/// half of the light is within R_e.
/// </summary>
internal readonly struct SersicProfile
{
    private readonly double radius;
    private readonly int index;
    private readonly double scale;
    private readonly double centre;

    /// <param name="index">n, from 1.</param>
    /// <param name="radius">R_e along the major axis.</param>
    /// <param name="axisRatio">The minor over the major axis.</param>
    /// <param name="flux">The light of all radii together.</param>
    public SersicProfile(int index, double radius, double axisRatio, double flux)
    {
        this.radius = radius;
        this.index = index;
        this.scale = Scale(index);

        // The integral over the plane, 2 pi n R_e^2 e^b b^(-2 n) Gamma(2 n) I_e times the axis ratio; at the centre I is I_e e^b.
        double integral = 2 * Math.PI * index * radius * radius * axisRatio;
        for (int factor = 1; factor < 2 * index; factor++)
        {
            integral *= factor / this.scale;
        }

        this.centre = flux * this.scale / integral;
    }

    /// <summary>
    /// b_n, with which half of the light is within R_e, to 1e-4: the first five terms of the expansion of L. Ciotti and G. Bertin, "Analytical
    /// properties of the R^(1/m) law", Astronomy and Astrophysics 352, 1999, equation 18.
    /// </summary>
    /// <param name="n">The index.</param>
    public static double Scale(double n) =>
        (2 * n) - (1.0 / 3) + (4 / (405 * n)) + (46 / (25_515 * n * n)) + (131 / (1_148_175 * n * n * n));

    /// <summary>The brightness.</summary>
    /// <param name="distance">The distance from the centre along the major axis of the ellipse through the place, at least 0.</param>
    public double At(double distance)
    {
        double x = distance / this.radius;
        double root = this.index switch
        {
            1 => x,
            2 => Math.Sqrt(x),
            4 => Math.Sqrt(Math.Sqrt(x)),
            _ => x > 0 ? PortableMath.Pow(x, 1.0 / this.index) : 0,
        };
        return this.centre * PortableMath.Exp(-this.scale * root);
    }
}
