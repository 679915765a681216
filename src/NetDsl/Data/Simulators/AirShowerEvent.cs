using NetDsl.Kernels;

namespace NetDsl.Data.Simulators;

/// <summary>What is true of an air shower, before any detector has seen it.</summary>
/// <param name="X">Where it comes from, a unit vector: its component along the columns of the array.</param>
/// <param name="Y">Its component along the rows.</param>
/// <param name="Z">Its component upwards: the cosine of the zenith angle.</param>
/// <param name="LogEnergy">log10(E / EeV).</param>
/// <param name="Primary">Which nucleus it was: its place in <see cref="AirShower.Primaries"/>.</param>
/// <param name="CoreX">Where the axis meets the ground, in m from the central detector along the columns.</param>
/// <param name="CoreY">Likewise along the rows.</param>
/// <param name="Time">When the front is there, in ns from the begin of the waveforms.</param>
/// <param name="Fluctuation">What S800 is multiplied by in this shower.</param>
internal readonly record struct AirShowerEvent(
    double X, double Y, double Z, double LogEnergy, int Primary, double CoreX, double CoreY, double Time, double Fluctuation)
{
    /// <summary>Draws an event.</summary>
    /// <param name="parameters">The constants.</param>
    /// <param name="primary">Which nucleus it is.</param>
    /// <param name="random">Where chance comes from.</param>
    public static AirShowerEvent Draw(AirShowerParameters parameters, int primary, ref RandomStream random)
    {
        // sin x cos is the density of an angle the square of whose sine is uniform.
        double largest = PortableMath.SineAndCosine(parameters.MaximumZenith * (Math.PI / 180)).Sine;
        double sine = largest * Math.Sqrt(random.NextUniform());
        (double y, double x) = PortableMath.SineAndCosine(2 * Math.PI * random.NextUniform());
        double logEnergy = parameters.MinimumLogEnergy + ((parameters.MaximumLogEnergy - parameters.MinimumLogEnergy) * random.NextUniform());
        double distance = parameters.CoreDistance * parameters.Spacing * Math.Sqrt(random.NextUniform());
        (double coreY, double coreX) = PortableMath.SineAndCosine(2 * Math.PI * random.NextUniform());
        double time = (parameters.CoreTime * parameters.Bins * parameters.BinWidth) + (parameters.CoreTimeSpread * ((2 * random.NextUniform()) - 1));
        double fluctuation = PortableMath.Exp(parameters.ShowerFluctuation * random.NextNormal());
        return new AirShowerEvent(
            sine * x, sine * y, Math.Sqrt(1 - (sine * sine)), logEnergy, primary, distance * coreX, distance * coreY, time, fluctuation);
    }
}
