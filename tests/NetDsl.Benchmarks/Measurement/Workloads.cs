using NetDsl.Benchmarks.Networks;
using NetDsl.Training;

namespace NetDsl.Benchmarks.Measurement;

/// <summary>The reference workloads, the same for every program that is measured: networks, batches, losses and optimisers.</summary>
internal static class Workloads
{
    /// <summary>PyTorch's epsilon of Adam, so that both do the same work on the same numbers.</summary>
    private const double AdamEpsilon = 1e-8;

    private static readonly Dictionary<string, Func<Workload>> ByName = new(StringComparer.Ordinal)
    {
        ["truth"] = () => new Workload(new TruthNet(), 4, new SGD { LearningRate = 0.5 }),
        ["tabular"] = () => new Workload(new TabularNet(), 64, new Adam { Epsilon = AdamEpsilon }),
        ["jet-latency"] = () => new Workload(new JetLatencyNet(), 128, new Adam { Epsilon = AdamEpsilon }),
        ["higgs"] = () => new Workload(new HiggsNet(), 128, new SGD { LearningRate = 0.05, Momentum = 0.9 }),
        ["mnist-mlp"] = () => new Workload(new MnistMlpNet(), 128, new Adam { Epsilon = AdamEpsilon }),
        ["shower-cnn"] = () => new Workload(new ShowerCnnNet(), 64, new Adam { Epsilon = AdamEpsilon }),
        ["detector"] = () => new Workload(new DetectorNet(), 32, new Adadelta { LearningRate = 1, Rho = 0.9, Epsilon = 1e-6 }),
    };

    /// <summary>The names, in order of size.</summary>
    public static IReadOnlyCollection<string> Names => ByName.Keys;

    /// <summary>Makes a workload.</summary>
    /// <param name="name">One of <see cref="Names"/>, or one of <see cref="WidthNetworks"/>.</param>
    /// <exception cref="MeasurementException">There is none of that name.</exception>
    public static Workload Create(string name) =>
        ByName.TryGetValue(name, out Func<Workload>? create) ? create() :
        WidthNetworks.TryCreate(name) is { } network ? new Workload(network, 128, new Adam { Epsilon = AdamEpsilon }) :
        throw new MeasurementException($"There is no workload {name}.");
}
