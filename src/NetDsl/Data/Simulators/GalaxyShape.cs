using NetDsl.Kernels;

namespace NetDsl.Data.Simulators;

/// <summary>What is true of a galaxy, before any telescope has seen it.</summary>
/// <param name="IsSpiral">Whether it is a spiral, not an elliptical.</param>
/// <param name="HalfLightRadius">Along the major axis, in pixels; of a spiral that of its disc.</param>
/// <param name="AxisRatio">The minor over the major axis.</param>
/// <param name="PositionAngle">Of the major axis in radians, from the rows' direction towards the columns' (rightwards to downwards).</param>
/// <param name="CentreX">The centre in pixels, from the middle of the image rightwards.</param>
/// <param name="CentreY">The same downwards.</param>
/// <param name="Flux">Its light in counts.</param>
/// <param name="PitchAngle">Of the arms, in degrees; 0 without arms.</param>
/// <param name="ArmPhase">Where the arms begin, in radians.</param>
/// <param name="IsClockwise">Whether the arms wind to the other side.</param>
internal readonly record struct GalaxyShape(
    bool IsSpiral,
    double HalfLightRadius,
    double AxisRatio,
    double PositionAngle,
    double CentreX,
    double CentreY,
    double Flux,
    double PitchAngle,
    double ArmPhase,
    bool IsClockwise)
{
    private const double StandardSize = 32;

    /// <summary>Draws a galaxy.</summary>
    /// <param name="parameters">The constants.</param>
    /// <param name="isSpiral">Whether it is a spiral.</param>
    /// <param name="size">The edge of the image in pixels.</param>
    /// <param name="random">Where chance comes from.</param>
    public static GalaxyShape Draw(GalaxyImagesParameters parameters, bool isSpiral, int size, ref RandomStream random)
    {
        double radius = size * Between(parameters.MinimumHalfLightRadius, parameters.MaximumHalfLightRadius, ref random);
        double ratio = Between(parameters.MinimumAxisRatio, parameters.MaximumAxisRatio, ref random);
        double angle = Math.PI * random.NextUniform();
        double x = parameters.CentreShift * ((2 * random.NextUniform()) - 1);
        double y = parameters.CentreShift * ((2 * random.NextUniform()) - 1);
        double flux = Between(parameters.MinimumFlux, parameters.MaximumFlux, ref random) * (size / StandardSize) * (size / StandardSize);
        double pitch = Between(parameters.MinimumPitchAngle, parameters.MaximumPitchAngle, ref random);
        double phase = 2 * Math.PI * random.NextUniform();
        bool isClockwise = random.NextInt(2) == 1;
        return new GalaxyShape(isSpiral, radius, ratio, angle, x, y, flux, isSpiral ? pitch : 0, phase, isClockwise);
    }

    private static double Between(double minimum, double maximum, ref RandomStream random) => minimum + ((maximum - minimum) * random.NextUniform());
}
