using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;
using NetDsl.Data;
using NetDsl.Evaluation;
using NetDsl.Interchange;
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
        Trainer<T> trainer = new(network, options.Optimizer)
        {
            Seed = options.Seed,
            Shuffle = options.Shuffle,
            Threads = options.Threads,
            ClassWeights = options.ClassWeights,
        };
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

    /// <inheritdoc/>
    public override void Save(string file, ModelDescription description) => ModelFile.Save(network, file, description);

    /// <inheritdoc/>
    public override ModelDescription? Load(string file) => ModelFile.Load(network, file);

    /// <inheritdoc/>
    public override void LoadParameters(string file) => ModelFile.LoadParameters(network, file);

    /// <inheritdoc/>
    public override Precision Precision => network.Summary.Precision;

    /// <inheritdoc/>
    public override Dataset DrawSamples(int count, ulong seed) => RandomSamples.Draw(network, count, seed);

    /// <inheritdoc/>
    public override NetPerformance MeasurePerformance(
        NetModel model, Dataset? data, PerformanceOptions options, ActivityProgress progress, CancellationToken cancellation)
    {
        Dataset batch = data?.Subset([.. Enumerable.Range(0, options.BatchSize)]) ?? this.DrawSamples(options.BatchSize, seed: 0);
        return new PerformanceRun<T>(this.Copy(), batch, options, progress, cancellation).Measure(model);
    }

    /// <inheritdoc/>
    public override GradientReport CheckGradients(Dataset data, int samples, ulong? noiseSeed, CancellationToken cancellation) =>
        GradientCheck.Run(this.Copy(), data, samples, noiseSeed, cancellation);

    /// <inheritdoc/>
    public override void CopyParametersTo(INetwork<double> twin)
    {
        foreach (Parameter<T> parameter in network.Parameters)
        {
            double[] values = new double[parameter.Count];
            TensorPrimitives.ConvertTruncating<T, double>(parameter.ToArray(), values);
            twin.Parameters[parameter.Name].CopyFrom(values);
        }
    }

    // What is tried on a copy does not touch the model, not even while it is at work.
    private INetwork<T> Copy()
    {
        // Every network can be made from a seed.
        INetwork<T> copy = (INetwork<T>)Activator.CreateInstance(network.GetType(), 0UL)!;
        copy.Parameters.CopyFrom(network.Parameters);
        return copy;
    }

    private static T[] Convert(ReadOnlySpan<float> values)
    {
        T[] converted = new T[values.Length];
        TensorPrimitives.ConvertTruncating(values, converted);
        return converted;
    }
}
