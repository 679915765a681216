using NetDsl.Kernels;

namespace NetDsl.Data.Simulators;

/// <summary>
/// Logarithmic spiral arms, which cross each circle at the same pitch angle p: the disc is multiplied by 1 + A cos(m (angle - log(r / R) / tan p)), whose
/// mean on each circle is 1.
/// </summary>
internal readonly struct SpiralArms
{
    private readonly int arms;
    private readonly double contrast;
    private readonly double winding;
    private readonly double radius;
    private readonly double phase;

    /// <param name="arms">m, the number of arms.</param>
    /// <param name="contrast">A.</param>
    /// <param name="galaxy">The galaxy.</param>
    public SpiralArms(int arms, double contrast, in GalaxyShape galaxy)
    {
        (double sine, double cosine) = PortableMath.SineAndCosine(galaxy.PitchAngle * (Math.PI / 180));
        this.arms = arms;
        this.contrast = contrast;
        this.winding = (galaxy.IsClockwise ? -arms : arms) * cosine / sine;
        this.radius = galaxy.HalfLightRadius;
        this.phase = galaxy.ArmPhase;
    }

    /// <summary>What the disc is multiplied by.</summary>
    /// <param name="major">A place in the plane of the disc, along the major axis.</param>
    /// <param name="minor">And across it, as seen from above the disc.</param>
    /// <param name="distance">Its distance from the centre.</param>
    public double Factor(double major, double minor, double distance)
    {
        if (distance < 1e-6)
        {
            return 1;
        }

        // The cosine of m times the angle, without the angle: a power of a complex number.
        double real = 1;
        double imaginary = 0;
        double unitX = major / distance;
        double unitY = minor / distance;
        for (int i = 0; i < this.arms; i++)
        {
            (real, imaginary) = ((real * unitX) - (imaginary * unitY), (real * unitY) + (imaginary * unitX));
        }

        (double sine, double cosine) = PortableMath.SineAndCosine(this.phase + (this.winding * PortableMath.Log(distance / this.radius)));
        return 1 + (this.contrast * ((real * cosine) + (imaginary * sine)));
    }
}
