using NetDsl.Tests.Networks.Gradients;
using NetDsl.Training;

namespace NetDsl.Tests.Gradients;

/// <summary>The networks declared to be checked: all that are in one namespace with <see cref="OneToMany"/>.</summary>
internal static class CheckedNetworks
{
    private static readonly Dictionary<string, Type> Types = typeof(OneToMany).Assembly.GetTypes()
        .Where(type => type.Namespace == typeof(OneToMany).Namespace && typeof(INetwork).IsAssignableFrom(type))
        .ToDictionary(type => type.Name, StringComparer.Ordinal);

    private static readonly string[] NormalizationParameters = ["/gamma", "/beta", "/moving_mean", "/moving_variance"];

    /// <summary>Their names.</summary>
    public static IEnumerable<string> Names => Types.Keys.Order(StringComparer.Ordinal);

    /// <summary>Makes one of them; its biases, factors and statistics are drawn too, since 0 and 1 are special values.</summary>
    public static INetwork<double> Create(string name)
    {
        INetwork<double> network = (INetwork<double>)Activator.CreateInstance(Types[name], 1UL)!;
        Random random = new(1);
        foreach (Parameter<double> parameter in network.Parameters.Where(p => IsInitiallyZero(p.Name)))
        {
            for (int i = 0; i < parameter.Count; i++)
            {
                parameter[i] = 0.6 * (random.NextDouble() - 0.5);
            }
        }

        foreach (Parameter<double> parameter in network.Parameters.Where(p => NormalizationParameters.Any(name => p.Name.EndsWith(name, StringComparison.Ordinal))))
        {
            for (int i = 0; i < parameter.Count; i++)
            {
                parameter[i] += 0.6 * (random.NextDouble() - 0.5);
            }
        }

        return network;
    }

    /// <summary>Fills a pass with samples and targets, the same ones for the same network and seed.</summary>
    public static void Fill(NetworkPass<double> pass, int seed = 1)
    {
        Random random = new(seed);
        foreach (ref double value in pass.Inputs)
        {
            value = (2 * random.NextDouble()) - 1;
        }

        IReadOnlyList<OutputSummary> outputs = pass.Network.Summary.Outputs;
        Span<double> targets = pass.Targets;
        for (int sample = 0; sample < (pass.IsTraining ? pass.BatchSize : 0); sample++)
        {
            foreach (OutputSummary output in outputs)
            {
                foreach (ref double value in targets[..output.TargetSize])
                {
                    // Inside 0 to 1: soft labels and classes that do not sum to 1 are part of what the losses promise.
                    value = output.Loss == Loss.SparseCategoricalCrossentropy ? random.Next(output.Shape[^1]) : random.NextDouble();
                }

                targets = targets[output.TargetSize..];
            }
        }
    }

    private static bool IsInitiallyZero(string parameter) =>
        parameter.EndsWith("/bias", StringComparison.Ordinal) || parameter.EndsWith("/alpha", StringComparison.Ordinal);
}
