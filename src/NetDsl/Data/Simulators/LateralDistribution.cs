using NetDsl.Kernels;

namespace NetDsl.Data.Simulators;

/// <summary>
/// How the signal of an air shower falls with the distance from its axis,
/// f(r) = (r / Rm)^-1.2 (1 + r / Rm)^-(eta - 1.2) (1 + r^2 / R1^2)^-0.6 with eta = 3.97 - 1.79 (sec theta - 1).
/// </summary>
internal readonly struct LateralDistribution
{
    /// <summary>The distance in m at which the distribution is 1.</summary>
    public const double ReferenceRadius = 800;

    private const double InnerExponent = 1.2;
    private const double OuterExponent = 0.6;

    private readonly AirShowerParameters parameters;
    private readonly double eta;
    private readonly double logReference;

    /// <param name="parameters">The constants.</param>
    /// <param name="secant">1 / cos of the zenith angle.</param>
    public LateralDistribution(AirShowerParameters parameters, double secant)
    {
        this.parameters = parameters;
        this.eta = parameters.Eta - (parameters.EtaSlope * (secant - 1));
        this.logReference = this.LogDensity(ReferenceRadius);
    }

    /// <summary>log(f(r) / f(800 m)).</summary>
    /// <param name="radius">The distance from the axis in m.</param>
    public double Log(double radius) => this.LogDensity(Math.Max(radius, this.parameters.MinimumRadius)) - this.logReference;

    private double LogDensity(double radius)
    {
        double inner = radius / this.parameters.MoliereRadius;
        double outer = radius / this.parameters.OuterRadius;
        return -(InnerExponent * PortableMath.Log(inner))
            - ((this.eta - InnerExponent) * PortableMath.Log(1 + inner))
            - (OuterExponent * PortableMath.Log(1 + (outer * outer)));
    }
}
