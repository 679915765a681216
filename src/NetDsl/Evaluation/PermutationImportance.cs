using System.Globalization;
using System.Numerics;
using System.Numerics.Tensors;
using NetDsl.Data;
using NetDsl.Kernels;
using NetDsl.Training;

namespace NetDsl.Evaluation;

/// <summary>
/// What each feature is worth to a network: by how much a metric gets worse when the values of that feature are shuffled among the rows
/// (Breiman, "Random forests", Machine Learning 45, 2001, section 10), as scikit-learn's permutation_importance. Of two features that tell
/// the same each may seem worthless, for the other is still there.
/// </summary>
/// <example>
/// <code>
/// foreach (FeatureImportance feature in PermutationImportance.Of(network, test, Metric.RocAuc).Ranked)
/// {
///     Console.WriteLine($"{feature.Name}: {feature.Mean:F4} +- {feature.StandardDeviation:F4}");
/// }
/// </code>
/// </example>
public sealed class PermutationImportance
{
    // One stream for each feature and repeat, so that the number of either does not change the others.
    private const int RepeatBits = 24;

    private PermutationImportance(double baseline, FeatureImportance[] features)
    {
        this.Baseline = baseline;
        this.Features = features;
    }

    /// <summary>The metric with nothing shuffled.</summary>
    public double Baseline { get; }

    /// <summary>Each feature, in the order of the data's columns.</summary>
    public IReadOnlyList<FeatureImportance> Features { get; }

    /// <summary>Each feature, the one of most worth first.</summary>
    public IReadOnlyList<FeatureImportance> Ranked => this.Features.OrderByDescending(feature => feature.Mean).ToArray();

    /// <summary>Shuffles each feature of some data and takes a metric of a network's answers.</summary>
    /// <typeparam name="T">The element type of the network.</typeparam>
    /// <param name="network">The network; it is not changed.</param>
    /// <param name="data">Rows with targets.</param>
    /// <param name="metric">What gets worse.</param>
    /// <param name="repeats">How often each feature is shuffled, at least 1.</param>
    /// <param name="seed">The same seed gives the same figures on every machine.</param>
    /// <param name="weights">One for each row, of either sign, as the metric takes them; null for equal weights.</param>
    /// <param name="options">The metric's parameters, or null for the usual ones.</param>
    /// <param name="cancellationToken">Looked at before each repeat.</param>
    /// <exception cref="ArgumentException">The data do not fit the network, or the metric does not.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static PermutationImportance Of<T>(
        INetwork<T> network,
        Dataset data,
        Metric metric,
        int repeats = 5,
        ulong seed = 0,
        float[]? weights = null,
        MetricOptions? options = null,
        CancellationToken cancellationToken = default)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);
        NetworkSummary summary = network.Summary;
        TrainingChecks.Features(summary, data, nameof(data));
        TrainingChecks.Targets(summary, data, nameof(data));
        T[] inputs = new T[data.AllFeatures.Length];
        T[] outputs = new T[(long)data.Count * summary.OutputSize];
        T[] targets = Convert(data.AllTargets);
        T[] rowWeights = Convert(weights);
        return Of(Predict, data, Measure, Metrics.Describe(metric).HigherIsBetter, repeats, seed, cancellationToken);

        T[] Predict(float[] features)
        {
            TensorPrimitives.ConvertTruncating<float, T>(features, inputs);
            network.Predict(inputs, outputs);
            return outputs;
        }

        double Measure(T[] answers) => Metrics.Evaluate<T>(metric, summary, answers, targets, rowWeights, options);

        static T[] Convert(ReadOnlySpan<float> values)
        {
            T[] converted = new T[values.Length];
            TensorPrimitives.ConvertTruncating(values, converted);
            return converted;
        }
    }

    /// <summary>Shuffles each feature of some data and takes a metric of a function's answers.</summary>
    /// <param name="predict">From [rows, feature shape], which are to be used only during the call, to [rows, outputs].</param>
    /// <param name="data">Rows with targets.</param>
    /// <param name="metric">Of answers and targets, [rows, target shape].</param>
    /// <param name="higherIsBetter">Whether the metric is a score, such as an accuracy, and not an error.</param>
    /// <param name="repeats">How often each feature is shuffled, at least 1.</param>
    /// <param name="seed">The same seed gives the same figures on every machine.</param>
    /// <param name="cancellationToken">Looked at before each repeat.</param>
    /// <exception cref="ArgumentException">The data have no targets.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static PermutationImportance Of(
        Func<float[], float[]> predict,
        Dataset data,
        Func<float[], float[], double> metric,
        bool higherIsBetter = true,
        int repeats = 5,
        ulong seed = 0,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(predict);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(metric);
        if (data.TargetSize == 0)
        {
            throw new ArgumentException("The data have no targets, with which answers could be compared.", nameof(data));
        }

        float[] targets = data.AllTargets.ToArray();
        return Of(predict, data, answers => metric(answers, targets), higherIsBetter, repeats, seed, cancellationToken);
    }

    /// <summary>The order in which a feature's values are dealt to the rows.</summary>
    internal static void Permutation(Span<int> rows, ulong seed, int feature, int repeat)
    {
        RandomStream random = new(seed, RandomStreams.Permutation + ((ulong)feature << RepeatBits) + (uint)repeat);
        Shuffle.Permutation(rows, ref random);
    }

    private static PermutationImportance Of<TAnswers>(
        Func<float[], TAnswers> predict,
        Dataset data,
        Func<TAnswers, double> metric,
        bool higherIsBetter,
        int repeats,
        ulong seed,
        CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(repeats, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(repeats, 1 << RepeatBits);
        float[] features = data.AllFeatures.ToArray();
        int[] rows = new int[data.Count];
        double baseline = metric(predict(features));
        FeatureImportance[] importances = new FeatureImportance[data.FeatureSize];
        for (int feature = 0; feature < importances.Length; feature++)
        {
            double[] losses = new double[repeats];
            for (int repeat = 0; repeat < repeats; repeat++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Permutation(rows, seed, feature, repeat);
                Fill(features, data, feature, rows);
                double shuffled = metric(predict(features));
                losses[repeat] = higherIsBetter ? baseline - shuffled : shuffled - baseline;
            }

            Fill(features, data, feature, rows: null);
            double mean = losses.Average();
            importances[feature] = new FeatureImportance(
                feature,
                data.FeatureNames?[feature] ?? feature.ToString(CultureInfo.InvariantCulture),
                mean,
                Math.Sqrt(losses.Average(loss => (loss - mean) * (loss - mean))),
                losses);
        }

        return new PermutationImportance(baseline, importances);
    }

    private static void Fill(float[] features, Dataset data, int feature, int[]? rows)
    {
        ReadOnlySpan<float> original = data.AllFeatures;
        for (int row = 0; row < data.Count; row++)
        {
            features[(row * data.FeatureSize) + feature] = original[((rows?[row] ?? row) * data.FeatureSize) + feature];
        }
    }
}
