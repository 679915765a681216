using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;
using NetDsl.Data;
using NetDsl.Evaluation;
using NetDsl.Training;

namespace NetDsl.PowerShell;

/// <inheritdoc/>
/// <typeparam name="T">The element type of the network.</typeparam>
internal sealed class ModelEngine<T>(INetwork<T> network) : ModelEngine
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // Buffers and threads are kept between evaluations; the optimiser is never asked for a step.
    private readonly Trainer<T> evaluator = new(network, new SGD());

    /// <inheritdoc/>
    public override History Fit(TrainingOptions options, DataSplit data, IReadOnlyList<Callback> callbacks, CancellationToken cancellation)
    {
        Trainer<T> trainer = new(network, options.Optimizer) { Seed = options.Seed, Shuffle = options.Shuffle, Threads = options.Threads };
        return trainer.Fit(data.Train, data.Validation, options.Epochs, options.BatchSize, callbacks, cancellation);
    }

    /// <inheritdoc/>
    public override EvaluationResult Evaluate(Dataset data, CancellationToken cancellation) => this.evaluator.Evaluate(data, cancellation);

    /// <inheritdoc/>
    public override NetworkAnswers Answers(Dataset data, MetricOptions options, CancellationToken cancellation) => NetworkAnswers.Of<T>(
        network.Summary, this.evaluator.Predict(data, cancellation), Convert(data.AllTargets), Convert(data.SampleWeights), options);

    /// <inheritdoc/>
    public override PermutationImportance Importance(
        Dataset data, Metric metric, int repeats, ulong seed, MetricOptions options, CancellationToken cancellation) =>
        PermutationImportance.Of(
            network, data, metric, repeats, seed, data.SampleWeights.ToArray(), options, cancellation);

    /// <inheritdoc/>
    public override void Predict(ReadOnlySpan<float> features, Span<double> answers)
    {
        T[] rented = ArrayPool<T>.Shared.Rent(features.Length + answers.Length);
        try
        {
            Span<T> inputs = rented.AsSpan(0, features.Length);
            Span<T> outputs = rented.AsSpan(features.Length, answers.Length);
            TensorPrimitives.ConvertTruncating(features, inputs);
            network.Predict(inputs, outputs);
            TensorPrimitives.ConvertTruncating<T, double>(outputs, answers);
        }
        finally
        {
            ArrayPool<T>.Shared.Return(rented);
        }
    }

    /// <inheritdoc/>
    public override double[] Predict(Dataset data, CancellationToken cancellation)
    {
        T[] outputs = this.evaluator.Predict(data, cancellation);
        double[] answers = new double[outputs.Length];
        TensorPrimitives.ConvertTruncating<T, double>(outputs, answers);
        return answers;
    }

    private static T[] Convert(ReadOnlySpan<float> values)
    {
        T[] converted = new T[values.Length];
        TensorPrimitives.ConvertTruncating(values, converted);
        return converted;
    }
}
