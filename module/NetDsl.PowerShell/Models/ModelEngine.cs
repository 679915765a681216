using NetDsl.Data;
using NetDsl.Evaluation;
using NetDsl.Interchange;
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
    public abstract History Fit(TrainingOptions options, TrainingRows data, IReadOnlyList<Callback> callbacks, CancellationToken cancellation);

    /// <summary>Takes loss and accuracy.</summary>
    public abstract EvaluationResult Evaluate(RowSource data, CancellationToken cancellation);

    /// <summary>Answers all rows, to be compared with their targets. Answers and targets are held in memory, the features of a stream are not.</summary>
    public abstract NetworkAnswers Answers(RowSource data, MetricOptions options, CancellationToken cancellation);

    /// <summary>Finds what each feature is worth to the network.</summary>
    public abstract PermutationImportance Importance(
        Dataset data, Metric metric, int repeats, ulong seed, MetricOptions options, CancellationToken cancellation);

    /// <summary>Answers some rows: from [rows, input shape] to [rows, output shape]. Nothing is kept.</summary>
    public abstract void Predict(ReadOnlySpan<float> features, Span<double> answers);

    /// <summary>Answers all rows: [rows, output shape].</summary>
    public abstract double[] Predict(Dataset data, CancellationToken cancellation);

    /// <summary>Saves the network whole.</summary>
    public abstract void Save(string file, ModelDescription description);

    /// <summary>Loads parameters, and lets the network answer what the saved one did.</summary>
    /// <returns>What the file says of the network, or null.</returns>
    public abstract ModelDescription? Load(string file);

    /// <summary>Loads parameters alone.</summary>
    public abstract void LoadParameters(string file);

    /// <summary>The element type of the network.</summary>
    public abstract Precision Precision { get; }

    /// <summary>Draws samples that the network and its loss can use.</summary>
    public abstract Dataset DrawSamples(int count, ulong seed);

    /// <summary>Measures how fast a copy of the network is, on the first rows of data or on random samples.</summary>
    public abstract NetPerformance MeasurePerformance(
        NetModel model, Dataset? data, PerformanceOptions options, ActivityProgress progress, CancellationToken cancellation);

    /// <summary>Compares the gradients of a copy of the network with differences of its loss.</summary>
    public abstract GradientReport CheckGradients(Dataset data, int samples, ulong? noiseSeed, CancellationToken cancellation);

    /// <summary>Gives the parameters to a network of the same layers in double precision.</summary>
    public abstract void CopyParametersTo(INetwork<double> twin);
}
