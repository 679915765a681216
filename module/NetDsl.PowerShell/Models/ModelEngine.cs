using NetDsl.Data;
using NetDsl.Evaluation;
using NetDsl.Training;

namespace NetDsl.PowerShell;

/// <summary>What the commands do with a network, whatever its precision.</summary>
internal abstract class ModelEngine
{
    /// <summary>The engine of a network.</summary>
    public static ModelEngine For(INetwork network) => network switch
    {
        INetwork<float> single => new ModelEngine<float>(single),
        INetwork<double> exact => new ModelEngine<double>(exact),
        _ => throw new ArgumentException($"{network.Summary.Name} is a network of neither single nor double precision.", nameof(network)),
    };

    /// <summary>Trains the network.</summary>
    public abstract History Fit(TrainingOptions options, DataSplit data, IReadOnlyList<Callback> callbacks, CancellationToken cancellation);

    /// <summary>Takes loss and accuracy.</summary>
    public abstract EvaluationResult Evaluate(Dataset data, CancellationToken cancellation);

    /// <summary>Answers all rows, to be compared with their targets.</summary>
    public abstract NetworkAnswers Answers(Dataset data, MetricOptions options, CancellationToken cancellation);

    /// <summary>Finds what each feature is worth to the network.</summary>
    public abstract PermutationImportance Importance(
        Dataset data, Metric metric, int repeats, ulong seed, MetricOptions options, CancellationToken cancellation);

    /// <summary>Answers some rows: from [rows, input shape] to [rows, output shape]. Nothing is kept.</summary>
    public abstract void Predict(ReadOnlySpan<float> features, Span<double> answers);

    /// <summary>Answers all rows: [rows, output shape].</summary>
    public abstract double[] Predict(Dataset data, CancellationToken cancellation);
}
