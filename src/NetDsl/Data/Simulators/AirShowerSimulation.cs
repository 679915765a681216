using NetDsl.Kernels;

namespace NetDsl.Data.Simulators;

/// <summary>Simulates one air shower after the other.</summary>
internal sealed class AirShowerSimulation : SampleSimulation
{
    private const int Layers = 2;
    private const double LightSpeed = 0.299792458;
    private const double FrontRadius = 30;
    private const double FrontExponent = 1.5;
    private const double ReferenceLogEnergy = 1;
    private const double Ln10 = 2.302585092994045684;

    private readonly AirShowerParameters parameters;
    private readonly ulong seed;
    private readonly AirShowerTarget target;
    private readonly bool raw;
    private readonly double[] logDelays;
    private readonly float[] upper;
    private readonly float[] lower;
    private readonly float[] muons;

    /// <param name="parameters">The constants, which were checked.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="target">What is to be learnt.</param>
    /// <param name="raw">Whether signals are left in VEM.</param>
    public AirShowerSimulation(AirShowerParameters parameters, ulong seed, AirShowerTarget target, bool raw)
    {
        this.parameters = parameters;
        this.seed = seed;
        this.target = target;
        this.raw = raw;
        this.logDelays = new double[parameters.Bins + 1];
        this.upper = new float[parameters.Bins];
        this.lower = new float[parameters.Bins];
        this.muons = new float[parameters.Bins];
    }

    /// <inheritdoc/>
    public override void Simulate(long sample, RowValues row)
    {
        RandomStream random = new(this.seed, RandomStreams.Simulation + (ulong)sample);
        AirShowerEvent shower = AirShowerEvent.Draw(this.parameters, (int)(sample % AirShower.Primaries.Count), ref random);
        this.Detect(shower, ref random, row.Features);
        this.WriteTargets(shower, row.Targets);
    }

    /// <summary>What the array sees of a shower.</summary>
    /// <param name="shower">The shower.</param>
    /// <param name="random">Where chance comes from.</param>
    /// <param name="features">[detectors, detectors, bins, 2], row by row of the array, the upper layer first.</param>
    public void Detect(in AirShowerEvent shower, ref RandomStream random, Span<float> features)
    {
        features.Clear();
        ulong noiseSeed = ((ulong)random.NextUInt32() << 32) | random.NextUInt32();
        LateralDistribution lateral = new(this.parameters, 1 / shower.Z);
        int edge = this.parameters.Detectors;
        int length = Layers * this.parameters.Bins;
        for (int detector = 0; detector < edge * edge; detector++)
        {
            double x = ((detector % edge) - (edge / 2)) * this.parameters.Spacing;
            double y = ((detector / edge) - (edge / 2)) * this.parameters.Spacing;
            if (this.FillLayers(shower, lateral, x - shower.CoreX, y - shower.CoreY, ref random))
            {
                this.ReadOut(features.Slice(detector * length, length), noiseSeed, detector * length);
            }
        }
    }

    /// <summary>The distance of a detector from the axis in m, and when the front of the shower is there, in ns from the begin of the waveforms.</summary>
    /// <param name="shower">The shower.</param>
    /// <param name="lateral">Its lateral distribution.</param>
    /// <param name="x">From the core along the columns, in m.</param>
    /// <param name="y">From the core along the rows, in m.</param>
    public (double Radius, double Front) Arrival(in AirShowerEvent shower, in LateralDistribution lateral, double x, double y)
    {
        double along = (shower.X * x) + (shower.Y * y);
        double radius = Math.Sqrt(Math.Max(0, (x * x) + (y * y) - (along * along)));
        double curvature = this.parameters.FrontDelay * PortableMath.Exp(
            (FrontExponent * PortableMath.Log(1 + (radius / FrontRadius))) - (0.5 * lateral.Log(radius)));
        return (radius, shower.Time - (along / LightSpeed) + curvature);
    }

    /// <summary>The muons and the electromagnetic particles that a detector is to expect.</summary>
    /// <param name="shower">The shower.</param>
    /// <param name="lateral">Its lateral distribution.</param>
    /// <param name="radius">The distance from the axis in m.</param>
    public (ShowerComponent Muons, ShowerComponent Electromagnetic, ShowerComponent Lower) Components(
        in AirShowerEvent shower, in LateralDistribution lateral, double radius)
    {
        AirShowerParameters p = this.parameters;
        double signal = p.DetectorArea * p.SignalOfUnitEnergy * shower.Fluctuation
            * PortableMath.Exp((p.SignalExponent * Ln10 * shower.LogEnergy) + lateral.Log(radius));
        double far = Math.Max(radius, p.MinimumRadius) / LateralDistribution.ReferenceRadius;
        double share = Math.Min(1, p.MuonShare * PortableMath.Pow(far, p.MuonShareExponent));
        double mass = AirShower.MassNumbers[shower.Primary];
        double muonGain = PortableMath.Exp(
            ((1 - p.MuonExponent) * PortableMath.Log(mass)) - ((1 - p.MuonExponent) * Ln10 * (shower.LogEnergy - ReferenceLogEnergy)));
        double slant = (1 / shower.Z) - 1;
        double attenuation = PortableMath.Exp(-(p.Attenuation * slant) - (p.SecondAttenuation * slant * slant));
        double particles = signal * (1 - share) * attenuation / p.ElectromagneticSignal;
        double logWidth = FrontExponent * PortableMath.Log(1 + (radius / FrontRadius));
        double electromagneticDelay = PortableMath.Log(p.ElectromagneticDelay) + logWidth;

        // The variance of an exponential distribution is the square of its mean.
        return (
            new(signal * share * muonGain, 1, p.MuonSignalSpread * p.MuonSignalSpread, PortableMath.Log(p.MuonDelay) + logWidth, p.MuonDelaySpread),
            new(particles, p.ElectromagneticSignal, 1, electromagneticDelay, p.ElectromagneticDelaySpread),
            new(particles * p.LowerLayerShare, p.ElectromagneticSignal, 1, electromagneticDelay, p.ElectromagneticDelaySpread));
    }

    /// <summary>Draws the signals of a detector in both layers, without noise; returns whether it is read out.</summary>
    private bool FillLayers(in AirShowerEvent shower, in LateralDistribution lateral, double x, double y, ref RandomStream random)
    {
        double length = this.parameters.Bins * this.parameters.BinWidth;
        (double radius, double front) = this.Arrival(shower, lateral, x, y);
        if (!(front < length))
        {
            return false;
        }

        (ShowerComponent muonPart, ShowerComponent upperPart, ShowerComponent lowerPart) = this.Components(shower, lateral, radius);
        if (!(muonPart.IsFew && upperPart.IsFew && lowerPart.IsFew))
        {
            this.FillLogDelays(front);
        }

        Array.Clear(this.upper);
        Array.Clear(this.lower);
        this.AddMuons(muonPart, front, ref random);
        this.AddElectromagnetic(upperPart, front, this.upper, ref random);
        this.AddElectromagnetic(lowerPart, front, this.lower, ref random);
        double sum = 0;
        foreach (float signal in this.upper)
        {
            sum += signal;
        }

        return sum > 0 && sum >= this.parameters.Threshold;
    }

    private void FillLogDelays(double front)
    {
        for (int edge = 0; edge < this.logDelays.Length; edge++)
        {
            double delay = (edge * this.parameters.BinWidth) - front;
            this.logDelays[edge] = delay > 0 ? PortableMath.Log(delay) : double.NegativeInfinity;
        }
    }

    /// <summary>Muons cross both layers at the same time.</summary>
    private void AddMuons(in ShowerComponent component, double front, ref RandomStream random)
    {
        if (!component.IsFew)
        {
            Array.Clear(this.muons);
            component.DrawBins(this.logDelays, ref random, this.muons);
            for (int bin = 0; bin < this.muons.Length; bin++)
            {
                this.upper[bin] += this.muons[bin];
                this.lower[bin] += this.muons[bin];
            }

            return;
        }

        for (int left = component.DrawNumber(ref random); left > 0; left--)
        {
            int bin = this.BinAt(front + component.DrawDelay(ref random));
            double inUpper = Math.Max(0, 1 + (this.parameters.MuonSignalSpread * random.NextNormal()));
            double inLower = Math.Max(0, 1 + (this.parameters.MuonSignalSpread * random.NextNormal()));
            if (bin >= 0)
            {
                this.upper[bin] += (float)inUpper;
                this.lower[bin] += (float)inLower;
            }
        }
    }

    private void AddElectromagnetic(in ShowerComponent component, double front, Span<float> layer, ref RandomStream random)
    {
        if (!component.IsFew)
        {
            component.DrawBins(this.logDelays, ref random, layer);
            return;
        }

        for (int left = component.DrawNumber(ref random); left > 0; left--)
        {
            int bin = this.BinAt(front + component.DrawDelay(ref random));
            double signal = -this.parameters.ElectromagneticSignal * PortableMath.Log(1 - random.NextUniform());
            if (bin >= 0)
            {
                layer[bin] += (float)signal;
            }
        }
    }

    /// <summary>The bin of a time, or -1 outside of the waveform.</summary>
    private int BinAt(double time)
    {
        double place = time / this.parameters.BinWidth;
        return place >= 0 && place < this.parameters.Bins ? (int)place : -1;
    }

    /// <summary>Interleaves the layers, adds noise and scales.</summary>
    private void ReadOut(Span<float> waveforms, ulong noiseSeed, int place)
    {
        for (int bin = 0; bin < this.upper.Length; bin++)
        {
            waveforms[Layers * bin] = this.upper[bin];
            waveforms[(Layers * bin) + 1] = this.lower[bin];
        }

        int length = waveforms.Length;
        NoiseRows rows = new(1, length, length, length, length, length, place);
        RandomNoise.Apply(
            ref waveforms[0],
            ref waveforms[0],
            rows,
            NoiseKind.GaussianNoise,
            this.parameters.Noise,
            enabled: true,
            noiseSeed,
            stream: 0,
            isGradient: false,
            accumulate: false);
        if (!this.raw)
        {
            LogarithmLanes.ToSignedDecades(waveforms);
        }
    }

    private void WriteTargets(in AirShowerEvent shower, Span<float> targets)
    {
        targets.Clear();
        if (this.target is AirShowerTarget.Direction or AirShowerTarget.All)
        {
            targets[0] = (float)shower.X;
            targets[1] = (float)shower.Y;
            targets[2] = (float)shower.Z;
            targets = targets[3..];
        }

        if (this.target is AirShowerTarget.Energy or AirShowerTarget.All)
        {
            targets[0] = (float)shower.LogEnergy;
            targets = targets[1..];
        }

        if (this.target is AirShowerTarget.Primary or AirShowerTarget.All)
        {
            targets[shower.Primary] = 1;
        }
    }
}
