using NetDsl.Data;
using NetDsl.Data.Simulators;

namespace NetDsl.Tests.Data.Simulators;

public class JetsTests
{
    private static readonly JetsParameters Parameters = new();
    private static readonly Dataset Data = Simulate(20_000);

    [Fact]
    public void Half_of_the_jets_are_of_quarks_and_half_of_gluons()
    {
        Assert.Equal(["quark", "gluon"], Data.Classes);
        Assert.Equal(["multiplicity", "girth", "ptd", "mass"], Data.FeatureNames);
        Assert.Equal([10_000, 10_000], Data.CountClasses());
        Assert.False(Data.HasSampleWeights);
    }

    [Fact]
    public void Features_on_the_whole_line_have_the_means_and_covariances_of_their_kind()
    {
        for (int kind = 0; kind < 2; kind++)
        {
            JetKindParameters expected = kind == 0 ? Parameters.Quark : Parameters.Gluon;
            double[][] jets = [.. Enumerable.Range(0, Data.Count).Where(i => Data.ClassOf(i) == kind).Select(i => OnWholeLine(Data.Features(i)))];
            double[] means = [.. Enumerable.Range(0, 4).Select(f => jets.Average(jet => jet[f]))];
            for (int a = 0; a < 4; a++)
            {
                Assert.Equal(expected.Means[a], means[a], 0.02);
                for (int b = 0; b < 4; b++)
                {
                    double covariance = jets.Average(jet => (jet[a] - means[a]) * (jet[b] - means[b]));
                    Assert.Equal(expected.Covariance(a, b), covariance, 0.06 * expected.Deviations[a] * expected.Deviations[b]);
                }
            }
        }
    }

    [Fact]
    public void Covariances_are_symmetric_and_their_diagonal_is_the_square_of_the_deviations()
    {
        JetKindParameters kind = new([0, 0, 0, 0], [1, 2, 3, 4], [0.1, 0.2, 0.3, 0.4, 0.5, 0.6]);

        Assert.Equal(9, kind.Covariance(2, 2));
        Assert.Equal(0.1 * 2, kind.Covariance(0, 1), 1e-12);
        Assert.Equal(0.3 * 4, kind.Covariance(3, 0), 1e-12);
        Assert.Equal(0.4 * 2 * 3, kind.Covariance(1, 2), 1e-12);
        Assert.Equal(0.5 * 2 * 4, kind.Covariance(3, 1), 1e-12);
        Assert.Equal(0.6 * 3 * 4, kind.Covariance(2, 3), 1e-12);
        Assert.Throws<ArgumentOutOfRangeException>(() => kind.Covariance(4, 0));
    }

    /// <summary>Without correlations the ratio is a sum of those of four normal densities, computed here by their formula.</summary>
    [Fact]
    public void The_ratio_of_independent_features_is_the_sum_of_theirs()
    {
        JetsParameters independent = Parameters with
        {
            Quark = Parameters.Quark with { Correlations = new double[6] },
            Gluon = Parameters.Gluon with { Correlations = new double[6] },
        };
        Dataset jets = Data.Subset([0, 1, 2, 3, 4]);
        double[] ratios = Jets.LogLikelihoodRatios(jets, independent);
        for (int i = 0; i < jets.Count; i++)
        {
            double[] values = OnWholeLine(jets.Features(i));
            double expected = values.Select((v, f) => LogDensity(v, f, independent.Gluon) - LogDensity(v, f, independent.Quark)).Sum();
            Assert.Equal(expected, ratios[i], 1e-9);
        }

        static double LogDensity(double value, int feature, JetKindParameters kind) =>
            (-0.5 * Math.Pow((value - kind.Means[feature]) / kind.Deviations[feature], 2)) - Math.Log(kind.Deviations[feature]);
    }

    /// <summary>Of jets with a probability of a gluon of about p, p are of gluons: what the exact ratio alone fulfils.</summary>
    [Fact]
    public void The_ratio_is_calibrated()
    {
        double[] probabilities = [.. Jets.LogLikelihoodRatios(Data).Select(ratio => 1 / (1 + Math.Exp(-ratio)))];
        foreach (var bin in Enumerable.Range(0, Data.Count).GroupBy(i => (int)(probabilities[i] * 5)))
        {
            double tolerance = 4 * 0.5 / Math.Sqrt(bin.Count());
            Assert.Equal(bin.Average(i => probabilities[i]), bin.Average(i => Data.ClassOf(i)), tolerance);
        }
    }

    [Fact]
    public void The_ratio_separates_better_than_any_feature_alone()
    {
        double[] ratios = Jets.LogLikelihoodRatios(Data);
        double best = Enumerable.Range(0, Data.Count).Average(i => ratios[i] > 0 == (Data.ClassOf(i) == 1) ? 1.0 : 0.0);
        double multiplicity = Enumerable.Range(0, 60).Max(
            cut => Enumerable.Range(0, Data.Count).Average(i => Data.Features(i)[0] > cut == (Data.ClassOf(i) == 1) ? 1.0 : 0.0));

        Assert.InRange(best, 0.78, 0.95);
        Assert.True(best > multiplicity + 0.01, $"{best} {multiplicity}");
    }

    [Fact]
    public void Weights_have_the_mean_1_and_change_no_feature()
    {
        Dataset weighted = Jets.Simulate(20_000, 1, weighted: true, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(Data.AllFeatures, weighted.AllFeatures);
        float[] weights = weighted.SampleWeights.ToArray();
        Assert.Equal(0.1, weights.Average(w => w < 0 ? 1.0 : 0.0), 0.01);
        Assert.Equal(1, weights.Average(), 0.03);
        Assert.All(weights, w => Assert.Equal(1.25, Math.Abs(w), 1e-6));
    }

    [Fact]
    public void Jets_depend_on_the_seed_and_their_number_alone_on_every_machine()
    {
        SimulatedBits.DependOnSeedAndSample((count, seed) => Jets.Simulate(count, seed, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(5420043238808629879UL, SimulatedBits.Hash(Simulate(1000)));
    }

    [Fact]
    public void Impossible_constants_are_refused()
    {
        JetsParameters[] bad =
        [
            Parameters with { NegativeShare = 0.5 },
            Parameters with { Quark = Parameters.Quark with { Means = [1, 2, 3] } },
            Parameters with { Quark = Parameters.Quark with { Means = [1, 2, 3, double.NaN] } },
            Parameters with { Gluon = Parameters.Gluon with { Deviations = [1, 1, 1, 0] } },
            Parameters with { Gluon = Parameters.Gluon with { Correlations = [0.9, -0.9, 0, 0.9, 0, 0] } },
            Parameters with { Gluon = Parameters.Gluon with { Correlations = [double.NaN, 0, 0, 0, 0, 0] } },
            Parameters with { Gluon = Parameters.Gluon with { Correlations = [1, 0, 0, 0, 0, 0] } },
        ];

        Assert.All(bad, parameters => Assert.Throws<ArgumentException>(
            () => Jets.Simulate(1, 1, parameters: parameters, cancellationToken: TestContext.Current.CancellationToken)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Simulate(0));
    }

    [Fact]
    public void Data_that_are_no_jets_have_no_ratio()
    {
        Dataset other = new([1, 2, 3], [3], [], [0]);
        Dataset outside = new([20, 0.1f, 1.5f, 10], [4], [], [0]);

        Assert.Contains("4 features", Assert.Throws<ArgumentException>(() => Jets.LogLikelihoodRatios(other)).Message, StringComparison.Ordinal);
        Assert.Contains("ptd is 1.5", Assert.Throws<ArgumentException>(() => Jets.LogLikelihoodRatios(outside)).Message, StringComparison.Ordinal);
    }

    private static double[] OnWholeLine(ReadOnlySpan<float> jet) =>
        [Math.Log(jet[0]), Math.Log(jet[1]), Math.Log(jet[2] / (1.0 - jet[2])), Math.Log(jet[3])];

    private static Dataset Simulate(int count) => Jets.Simulate(count, 1, cancellationToken: TestContext.Current.CancellationToken);
}
