using NetDsl.Data.Simulators;
using NetDsl.Kernels;

namespace NetDsl.Tests.Data.Simulators;

public class AirShowerPhysicsTests
{
    private const double LightSpeed = 0.299792458;

    private static readonly AirShowerParameters Parameters = new();

    // A vertical proton shower of 10 EeV, without fluctuation, whose front is at the core 500 ns after the begin of the waveforms.
    private static readonly AirShowerEvent Vertical = new(0, 0, 1, 1, 0, 0, 0, 500, 1);

    private static readonly AirShowerEvent[] Events = [.. Enumerable.Range(0, 4000).Select(Draw)];

    /// <summary>The density sin x cos from 0 to 45 degrees has its mean at half a radian, and the squares of the sines are uniform.</summary>
    [Fact]
    public void Zenith_angles_are_those_of_an_isotropic_flux_on_flat_ground()
    {
        Assert.Equal(0.5, Events.Average(e => Math.Acos(e.Z)), 0.012);
        Assert.All(Events, e => Assert.InRange(e.Z, Math.Sqrt(0.5) - 1e-12, 1));
        Assert.InRange(SimulatedBits.DistanceFromUniform(Events.Select(e => 2 * (1 - (e.Z * e.Z)))), 0, 1.95);
        Assert.InRange(SimulatedBits.DistanceFromUniform(Events.Select(e => (Math.Atan2(e.Y, e.X) / (2 * Math.PI)) + 0.5)), 0, 1.95);
    }

    [Fact]
    public void Energies_are_uniform_in_the_logarithm()
    {
        Assert.InRange(SimulatedBits.DistanceFromUniform(Events.Select(e => e.LogEnergy / 2)), 0, 1.95);
    }

    [Fact]
    public void Cores_are_uniform_within_one_spacing_of_the_central_detector()
    {
        Assert.InRange(
            SimulatedBits.DistanceFromUniform(Events.Select(e => ((e.CoreX * e.CoreX) + (e.CoreY * e.CoreY)) / (1200.0 * 1200))), 0, 1.95);
    }

    /// <summary>Numbers computed by hand from the formula, with eta = 3.97 and, at a secant of 1.2, 3.612.</summary>
    [Theory]
    [InlineData(1, 100, 1168.6496)]
    [InlineData(1, 300, 40.754376)]
    [InlineData(1, 600, 3.1982159)]
    [InlineData(1, 800, 1)]
    [InlineData(1, 1000, 0.3873782)]
    [InlineData(1, 2000, 0.016032506)]
    [InlineData(1.2, 1000, 0.4165357)]
    public void The_lateral_distribution_has_the_values_of_its_formula(double secant, double radius, double expected)
    {
        double value = Math.Exp(new LateralDistribution(Parameters, secant).Log(radius));

        Assert.Equal(expected, value, 1e-6 * expected);
    }

    [Fact]
    public void The_front_is_a_plane_with_a_delay_that_grows_outwards()
    {
        AirShowerSimulation simulation = new(Parameters, 1, AirShowerTarget.Direction, raw: true);
        LateralDistribution lateral = new(Parameters, 1);

        // 0.7 ns (1 + 800 / 30)^1.5, where the lateral distribution is 1, and at 1200 m divided by the root of 0.17323663.
        Assert.Equal((800, 500 + 101.86695), Rounded(simulation.Arrival(Vertical, lateral, 800, 0)));
        Assert.Equal((1200, 500 + 441.52364), Rounded(simulation.Arrival(Vertical, lateral, 0, -1200)));

        // From 30 degrees to the side of x: on a flat front the detector there is earlier, and as much nearer to the axis.
        AirShowerEvent slant = Vertical with { X = 0.5, Z = Math.Sqrt(0.75) };
        AirShowerSimulation flat = new(Parameters with { FrontDelay = 0 }, 1, AirShowerTarget.Direction, raw: true);
        (double radius, double front) = flat.Arrival(slant, lateral, 1200, 0);
        Assert.Equal(1200 * Math.Sqrt(0.75), radius, 1e-9);
        Assert.Equal(500 - (600 / LightSpeed), front, 1e-9);
        Assert.Equal(500, flat.Arrival(slant, lateral, 0, 1200).Front, 1e-9);

        static (double Radius, double Front) Rounded((double Radius, double Front) arrival) => (arrival.Radius, Math.Round(arrival.Front, 5));
    }

    [Fact]
    public void At_800_m_a_detector_gets_the_area_times_S800_and_a_quarter_of_it_from_muons()
    {
        AirShowerParameters one = Parameters with { Detectors = 1, Bins = 400, Noise = 0, Threshold = 0 };
        (double upper, double lower) = MeanSignals(one, Vertical with { CoreX = 800 }, 400);
        double expected = 3 * 1.42 * Math.Pow(10, 0.985);

        Assert.Equal(expected, upper, 0.02 * expected);
        Assert.Equal(expected * (0.25 + (0.75 * 0.2)), lower, 0.03 * expected);
    }

    [Fact]
    public void Near_the_axis_as_far_from_it_signals_follow_the_lateral_distribution()
    {
        AirShowerParameters one = Parameters with { Detectors = 1, Bins = 800, Noise = 0, Threshold = 0 };
        double unit = 3 * 1.42 * Math.Pow(10, 0.985);
        (double near, _) = MeanSignals(one, Vertical with { CoreX = 300 }, 20);
        (double far, _) = MeanSignals(one, Vertical with { CoreX = 1200 }, 1500);

        Assert.Equal(40.754376 * unit, near, 0.02 * 40.754376 * unit);
        Assert.Equal(0.17323663 * unit, far, 0.03 * 0.17323663 * unit);
    }

    /// <summary>A nucleus of A nucleons makes A^0.1 times the muons; the electromagnetic part is left out.</summary>
    [Fact]
    public void Iron_makes_half_again_as_many_muons_as_a_proton()
    {
        AirShowerParameters muons = Parameters with { Detectors = 1, Bins = 400, Noise = 0, Threshold = 0, LowerLayerShare = 0 };
        (_, double proton) = MeanSignals(muons, Vertical with { CoreX = 300 }, 150);
        (_, double iron) = MeanSignals(muons, Vertical with { CoreX = 300, Primary = 3 }, 150);

        Assert.Equal(Math.Pow(56, 0.1), iron / proton, 0.02);
    }

    [Fact]
    public void Slant_showers_lose_electromagnetic_particles_and_keep_their_muons()
    {
        AirShowerEvent slant = Vertical with { Y = Math.Sqrt(0.5), Z = Math.Sqrt(0.5), CoreX = 800 };
        AirShowerParameters one = Parameters with { Detectors = 1, Bins = 400, Noise = 0, Threshold = 0 };
        (double upper, double lower) = MeanSignals(one with { LowerLayerShare = 0 }, slant, 400);
        double unit = 3 * 1.42 * Math.Pow(10, 0.985);
        double slantness = Math.Sqrt(2) - 1;
        double attenuation = Math.Exp(-(1.84 * slantness) - (1.55 * slantness * slantness));

        Assert.Equal(0.25 * unit, lower, 0.04 * unit);
        Assert.Equal(unit * (0.25 + (0.75 * attenuation)), upper, 0.04 * unit);
    }

    [Fact]
    public void Muons_come_earlier_and_closer_together_and_both_wider_with_distance()
    {
        (double muonMean, double muonSpread) = Delays(muons: true, 800);
        (double otherMean, double otherSpread) = Delays(muons: false, 800);
        (double farMean, double farSpread) = Delays(muons: true, 1500);

        // Medians of 0.5 and 1.3 ns (1 + 800 / 30)^1.5; the mean of a log-normal distribution is exp(spread^2 / 2) times its median.
        Assert.Equal(72.76 * Math.Exp(0.125), muonMean, 3.0);
        Assert.Equal(189.2 * Math.Exp(0.245), otherMean, 10.0);
        Assert.True(muonSpread < 0.5 * otherSpread, $"{muonSpread} {otherSpread}");
        Assert.True(farMean > 1.5 * muonMean && farSpread > 1.5 * muonSpread, $"{farMean} {farSpread}");
    }

    /// <summary>Just below and above the number up to which particles are drawn one by one, signals have the same moments.</summary>
    [Theory]
    [InlineData(1, 0.04)]
    [InlineData(0.2, 1)]
    public void Many_particles_in_bins_have_the_moments_of_single_ones(double signal, double variance)
    {
        const int Draws = 4000;
        const double Mean = 60;
        double[] logDelays = [.. Enumerable.Range(0, 201).Select(i => i == 0 ? double.NegativeInfinity : Math.Log(20.0 * i))];
        ShowerComponent component = new(Mean, signal, variance, Math.Log(150), 0.6);
        RandomStream random = new(1, 0);
        double[] sums = new double[Draws];
        float[] bins = new float[200];
        double early = 0;
        for (int i = 0; i < Draws; i++)
        {
            Array.Clear(bins);
            component.DrawBins(logDelays, ref random, bins);
            sums[i] = bins.Sum();
            early += bins.Take(5).Sum();
        }

        Assert.False(component.IsFew);
        Assert.Equal(Mean * signal, sums.Average(), 5 * Math.Sqrt(Mean * (1 + variance) / Draws) * signal);
        double expected = Mean * signal * signal * (1 + variance);
        Assert.Equal(expected, sums.Average(s => Math.Pow(s - sums.Average(), 2)), 0.12 * expected);
        Assert.Equal(NormalCumulative.Of(Math.Log(100.0 / 150) / 0.6), early / sums.Sum(), 0.01);
    }

    private static AirShowerEvent Draw(int sample)
    {
        RandomStream random = new(3, RandomStreams.Simulation + (ulong)sample);
        return AirShowerEvent.Draw(Parameters, sample % 4, ref random);
    }

    /// <summary>The mean signals of the upper and the lower layer of an array of one detector.</summary>
    private static (double Upper, double Lower) MeanSignals(AirShowerParameters parameters, AirShowerEvent shower, int events)
    {
        double upper = 0;
        double lower = 0;
        foreach (float[] features in Detect(parameters, shower, events))
        {
            for (int i = 0; i < features.Length; i += 2)
            {
                upper += features[i];
                lower += features[i + 1];
            }
        }

        return (upper / events, lower / events);
    }

    /// <summary>The mean and the standard deviation of the delays behind the front, weighted with the signals.</summary>
    private static (double Mean, double Spread) Delays(bool muons, double radius)
    {
        AirShowerParameters parameters = Parameters with
        {
            Detectors = 1,
            Bins = 800,
            BinWidth = 5,
            Noise = 0,
            Threshold = 0,
            MuonShare = muons ? 1 : 0,
            MuonShareExponent = 0,
        };
        AirShowerEvent shower = Vertical with { CoreX = radius, LogEnergy = 2 };
        double front = new AirShowerSimulation(parameters, 1, AirShowerTarget.Direction, raw: true)
            .Arrival(shower, new LateralDistribution(parameters, 1), radius, 0).Front;
        double sum = 0;
        double first = 0;
        double second = 0;
        foreach (float[] features in Detect(parameters, shower, 100))
        {
            for (int i = 0; i < features.Length; i += 2)
            {
                double delay = (((i / 2) + 0.5) * 5) - front;
                sum += features[i];
                first += features[i] * delay;
                second += features[i] * delay * delay;
            }
        }

        return (first / sum, Math.Sqrt((second / sum) - (first / sum * first / sum)));
    }

    private static IEnumerable<float[]> Detect(AirShowerParameters parameters, AirShowerEvent shower, int events)
    {
        AirShowerSimulation simulation = new(parameters, 1, AirShowerTarget.Direction, raw: true);
        float[] features = new float[2 * parameters.Bins];
        RandomStream random = new(2, 0);
        for (int i = 0; i < events; i++)
        {
            simulation.Detect(shower, ref random, features);
            yield return features;
        }
    }
}
