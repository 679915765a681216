using NetDsl.Data;
using NetDsl.Data.Simulators;

namespace NetDsl.Tests.Data.Simulators;

public class AirShowerTests
{
    private static readonly Dataset Raw = Simulate(200, AirShowerTarget.All, raw: true);

    [Fact]
    public void Events_have_the_shape_of_the_array_and_its_waveforms()
    {
        Assert.Equal([6, 6, 128, 2], Raw.FeatureShape);
        Assert.Equal(["x", "y", "z", "log_energy", "H", "He", "N", "Fe"], Raw.TargetNames);
        Assert.Equal([4, 4, 10, 2], Simulate(1, parameters: new AirShowerParameters { Detectors = 4, Bins = 10 }).FeatureShape);
    }

    [Fact]
    public void Each_target_is_a_part_of_all()
    {
        Dataset direction = Simulate(20);
        Dataset energy = Simulate(20, AirShowerTarget.Energy);
        Dataset primary = Simulate(20, AirShowerTarget.Primary);
        Assert.Equal(["x", "y", "z"], direction.TargetNames);
        Assert.Equal(["log_energy"], energy.TargetNames);
        Assert.Equal(["H", "He", "N", "Fe"], primary.Classes);
        for (int i = 0; i < 20; i++)
        {
            Assert.Equal(Raw.Targets(i)[..3], direction.Targets(i));
            Assert.Equal(1, direction.Targets(i).ToArray().Sum(v => (double)v * v), 1e-6);
            Assert.Equal(Raw.Targets(i)[3], energy.Targets(i)[0]);
            Assert.Equal(Raw.Targets(i)[4..], primary.Targets(i));
            Assert.Equal(i % 4, primary.ClassOf(i));
        }
    }

    [Fact]
    public void Scaled_signals_are_decades_of_the_raw_ones()
    {
        Dataset scaled = Simulate(10, AirShowerTarget.All);
        for (int i = 0; i < scaled.AllFeatures.Length; i++)
        {
            double signal = Raw.AllFeatures[i];
            Assert.Equal(Math.CopySign(Math.Log10(1 + Math.Abs(signal)), signal), scaled.AllFeatures[i], 2e-6);
        }
    }

    [Fact]
    public void Detectors_below_the_threshold_are_silent_and_the_others_are_not()
    {
        AirShowerParameters parameters = new() { Noise = 0, Threshold = 2 };
        Dataset data = Simulate(50, raw: true, parameters: parameters);
        int silent = 0;
        int loud = 0;
        for (int begin = 0; begin < data.AllFeatures.Length; begin += 256)
        {
            double upper = 0;
            double all = 0;
            for (int i = 0; i < 256; i++)
            {
                all += data.AllFeatures[begin + i];
                upper += i % 2 == 0 ? data.AllFeatures[begin + i] : 0;
            }

            Assert.True(all == 0 || upper >= 1.9999, $"{upper}");
            silent += all == 0 ? 1 : 0;
            loud += all == 0 ? 0 : 1;
        }

        Assert.True(silent > loud && loud > 50, $"{silent} {loud}");
    }

    [Fact]
    public void The_noise_has_the_width_that_was_asked_for()
    {
        // Without a shower in the waveforms' time nothing is left but noise, where nothing is needed to be read out.
        AirShowerParameters parameters = new() { Noise = 0.5, SignalOfUnitEnergy = 0.2, MuonShare = 0, LowerLayerShare = 0, Threshold = 0 };
        Dataset data = Simulate(40, raw: true, parameters: parameters);
        double squares = 0;
        int count = 0;
        for (int i = 1; i < data.AllFeatures.Length; i += 2)
        {
            double lower = data.AllFeatures[i];
            squares += lower * lower;
            count += lower == 0 ? 0 : 1;
        }

        Assert.True(count > 10_000);
        Assert.Equal(0.5, Math.Sqrt(squares / count), 0.01);
    }

    [Fact]
    public void More_energy_leaves_more_signal()
    {
        double[] energies = [.. Enumerable.Range(0, Raw.Count).Select(i => (double)Raw.Targets(i)[3])];
        double[] signals = [.. Enumerable.Range(0, Raw.Count).Select(i => Math.Log10(Farther(Raw.Features(i))))];

        double correlation = MathNet.Numerics.Statistics.Correlation.Pearson(energies, signals);
        Assert.True(correlation > 0.75, $"{correlation}");

        // All but the detector with the most, whose signal is mostly that of the distance from the core.
        static double Farther(ReadOnlySpan<float> features)
        {
            double sum = 0;
            double most = 0;
            for (int detector = 0; detector < 36; detector++)
            {
                double signal = 0;
                for (int i = 0; i < 256; i += 2)
                {
                    signal += features[(detector * 256) + i];
                }

                sum += signal;
                most = Math.Max(most, signal);
            }

            return 1 + Math.Max(0, sum - most);
        }
    }

    [Fact]
    public void Events_depend_on_the_seed_and_their_number_alone()
    {
        SimulatedBits.DependOnSeedAndSample(
            (count, seed) => AirShower.Simulate(count, seed, cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Events_are_the_same_on_every_machine()
    {
        Assert.Equal(16497691976340519678UL, SimulatedBits.Hash(Simulate(20, AirShowerTarget.All)));
        Assert.Equal(15242718845420387375UL, SimulatedBits.Hash(Simulate(20, AirShowerTarget.All, raw: true)));
    }

    [Fact]
    public void A_stream_has_the_events_of_the_series_wherever_it_is_read()
    {
        Dataset series = Simulate(12);
        using RowSource stream = AirShower.Stream(1_000_000_000_000, seed: 1);

        Dataset late = stream.Read(5, 7);
        Dataset early = stream.Read(0, 5);

        Assert.Equal(series.AllFeatures[(5 * series.FeatureSize)..], late.AllFeatures);
        Assert.Equal(series.AllTargets[(5 * 3)..], late.AllTargets);
        Assert.Equal(series.AllFeatures[..(5 * series.FeatureSize)], early.AllFeatures);
        Assert.Equal(series.TargetNames, stream.Layout.TargetNames);
        float[] features = new float[series.FeatureSize];
        stream.Read(11, 1, new RowValues(features, [], []));
        Assert.Equal(series.Features(11), features);
        Assert.NotEqual(features, stream.Read(999_999_999_999, 1).AllFeatures.ToArray());
    }

    [Fact]
    public void Impossible_constants_are_refused()
    {
        AirShowerParameters good = new();
        AirShowerParameters[] bad =
        [
            good with { Detectors = 0 },
            good with { Detectors = 1000, Bins = 100_000 },
            good with { BinWidth = double.NaN },
            good with { Spacing = -1 },
            good with { MaximumZenith = 90 },
            good with { MinimumLogEnergy = 3 },
            good with { SignalOfUnitEnergy = double.PositiveInfinity },
            good with { MuonShare = 1.1 },
            good with { ElectromagneticSignal = 0 },
            good with { MuonDelay = 0 },
            good with { Noise = -0.1 },
        ];

        Assert.All(bad, parameters => Assert.Throws<ArgumentException>(() => Simulate(1, parameters: parameters)));
        Assert.All(bad, parameters => Assert.Throws<ArgumentException>(() => AirShower.Stream(1, 1, parameters: parameters)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Simulate(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Simulate(int.MaxValue));
        Assert.Throws<ArgumentException>(() => Simulate(1, (AirShowerTarget)9));
        Assert.Throws<ArgumentException>(() => AirShower.Stream(0, 1));
    }

    [Fact]
    public void Constants_at_their_bounds_give_finite_events()
    {
        AirShowerParameters parameters = new();
        Assert.All(
            new[]
            {
                parameters with { MaximumLogEnergy = 6, MinimumLogEnergy = 6, MinimumRadius = 1, CoreDistance = 0, SignalOfUnitEnergy = 1e6 },
                parameters with { MaximumZenith = 80, MinimumLogEnergy = -6 },
                parameters with { Spacing = 1e6 },
                parameters with { Bins = 1, Threshold = 0 },
                parameters with { CoreTime = -10 },
            },
            bound => Assert.Equal(4, Simulate(4, parameters: bound).Count));
    }

    [Fact]
    public void A_simulation_can_be_cancelled()
    {
        Assert.ThrowsAny<OperationCanceledException>(() => AirShower.Simulate(10_000, 1, cancellationToken: new CancellationToken(true)));
    }

    private static Dataset Simulate(
        int count, AirShowerTarget target = AirShowerTarget.Direction, bool raw = false, AirShowerParameters? parameters = null) =>
        AirShower.Simulate(count, seed: 1, target, raw, parameters, TestContext.Current.CancellationToken);
}
