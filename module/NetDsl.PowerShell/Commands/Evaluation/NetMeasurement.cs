using System.Collections.Specialized;
using NetDsl.Evaluation;

namespace NetDsl.PowerShell;

/// <summary>How well a model does on data. Each metric and each curve is a property of its own name as well.</summary>
public sealed class NetMeasurement
{
    internal NetMeasurement(NetModel model, string output, long samples, double loss, double? accuracy)
    {
        this.Model = model;
        this.Output = output;
        this.Samples = samples;
        this.Loss = loss;
        this.Accuracy = accuracy;
    }

    /// <summary>The model.</summary>
    public NetModel Model { get; }

    /// <summary>The output that was looked at.</summary>
    public string Output { get; }

    /// <summary>The number of rows.</summary>
    public long Samples { get; }

    /// <summary>The mean loss of a row, as in training: the weighted losses of all outputs over the number of rows.</summary>
    public double Loss { get; }

    /// <summary>The fraction of right decisions, by the weights of the rows; null where outputs are values.</summary>
    public double? Accuracy { get; }

    /// <summary>The metrics by name, in the order in which they were asked for; NaN where one is not defined for the data.</summary>
    public OrderedDictionary Metrics { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many rows of each class were taken for each class; null where a row has not one of several classes.</summary>
    public ConfusionMatrix? ConfusionMatrix { get; internal set; }

    /// <summary>
    /// A <see cref="ClassificationReport"/> for decisions, a <see cref="RegressionReport"/> for values; null where it is not defined.
    /// </summary>
    public object? Report { get; internal set; }

    /// <summary>The curves by name; one object each, or one for each class.</summary>
    public OrderedDictionary Curves { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What each feature is worth, or null where it was not asked for.</summary>
    public PermutationImportance? Importance { get; internal set; }

    /// <summary>
    /// For each class, whether its scores in the training data and in these come from one distribution; empty where it was not asked for.
    /// </summary>
    public IReadOnlyList<object> Overtraining { get; internal set; } = [];
}
