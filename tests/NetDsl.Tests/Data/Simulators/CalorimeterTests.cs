using MathNet.Numerics.LinearRegression;
using NetDsl.Data;
using NetDsl.Data.Simulators;

namespace NetDsl.Tests.Data.Simulators;

public class CalorimeterTests
{
    private static readonly CalorimeterParameters Silent = new() { StochasticTerm = 0, NoiseTerm = 0, ConstantTerm = 0 };

    [Fact]
    public void Without_noise_the_true_weights_give_the_energy()
    {
        Dataset data = Simulate(500, Silent);
        Assert.Equal(["layer_0", "layer_1", "layer_2", "layer_3"], data.FeatureNames);
        Assert.Equal(["energy"], data.TargetNames);
        for (int i = 0; i < data.Count; i++)
        {
            Assert.Equal(data.Targets(i)[0], Answer(Silent, data.Features(i)), 1e-3);
        }
    }

    [Fact]
    public void A_fitted_linear_model_comes_near_to_the_truth()
    {
        CalorimeterParameters parameters = new();
        Dataset data = Simulate(5000, parameters);
        double[][] signals = [.. Enumerable.Range(0, data.Count).Select(i => data.Features(i).ToArray().Select(v => (double)v).ToArray())];
        double[] energies = [.. Enumerable.Range(0, data.Count).Select(i => (double)data.Targets(i)[0])];

        double[] fit = MultipleRegression.QR(signals, energies, intercept: true);

        Assert.Equal(parameters.Intercept, fit[0], 0.15);
        Assert.All(parameters.Weights.Zip(fit[1..]), pair => Assert.Equal(pair.First, pair.Second, 0.03 * pair.First));
    }

    [Fact]
    public void Energies_are_uniform_and_shares_have_their_means()
    {
        Dataset data = Simulate(4000, Silent with { MinimumEnergy = 10, MaximumEnergy = 30, ShareSpread = 0 });

        Assert.InRange(SimulatedBits.DistanceFromUniform(data.AllTargets.ToArray().Select(v => (v - 10) / 20.0)), 0, 1.95);
        Assert.Equal((data.Targets(0)[0] * 0.25 * 60) + 55, data.Features(0)[1], 1e-2);
    }

    /// <summary>One layer: sigma / E is 10 % / sqrt(E) (+) 0.3 GeV / E (+) 2 %.</summary>
    [Theory]
    [InlineData(4)]
    [InlineData(100)]
    public void The_resolution_is_that_of_the_three_terms(double energy)
    {
        CalorimeterParameters parameters = new()
        {
            Layers = [new(1, 7, 3)],
            MinimumEnergy = energy,
            MaximumEnergy = energy,
            StochasticTerm = 0.1,
            NoiseTerm = 0.3,
            ConstantTerm = 0.02,
        };
        Dataset data = Simulate(8000, parameters);
        double expected = Math.Sqrt((0.01 * energy) + 0.09 + (0.0004 * energy * energy));

        double rms = Math.Sqrt(Enumerable.Range(0, data.Count).Average(i => Math.Pow(Answer(parameters, data.Features(i)) - energy, 2)));

        Assert.Equal(expected, parameters.Resolution(energy), 1e-12);
        Assert.Equal(expected, rms, 0.04 * expected);
    }

    [Fact]
    public void Particles_depend_on_the_seed_and_their_number_alone_on_every_machine()
    {
        SimulatedBits.DependOnSeedAndSample(
            (count, seed) => Calorimeter.Simulate(count, seed, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(8606732110684354826UL, SimulatedBits.Hash(Simulate(1000, new CalorimeterParameters())));
    }

    [Fact]
    public void Impossible_constants_are_refused()
    {
        CalorimeterParameters good = new();
        CalorimeterParameters[] bad =
        [
            good with { Layers = [] },
            good with { Layers = [new(0, 1, 0)] },
            good with { Layers = [new(1, 0, 0)] },
            good with { Layers = [new(1, 1, double.NaN)] },
            good with { MinimumEnergy = 200 },
            good with { MinimumEnergy = -1 },
            good with { ShareSpread = double.NaN },
            good with { StochasticTerm = -0.1 },
            good with { NoiseTerm = double.PositiveInfinity },
            good with { ConstantTerm = -1 },
        ];

        Assert.All(bad, parameters => Assert.Throws<ArgumentException>(() => Simulate(1, parameters)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Simulate(0, good));
    }

    private static double Answer(CalorimeterParameters parameters, ReadOnlySpan<float> signals)
    {
        double sum = parameters.Intercept;
        for (int i = 0; i < signals.Length; i++)
        {
            sum += parameters.Weights[i] * signals[i];
        }

        return sum;
    }

    private static Dataset Simulate(int count, CalorimeterParameters parameters) =>
        Calorimeter.Simulate(count, seed: 1, parameters, TestContext.Current.CancellationToken);
}
