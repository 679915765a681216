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
    // What of a stream is in memory at a time while it is answered.
    private const long ReadBytes = 16L << 20;

    // Buffers and threads are kept between evaluations; the optimiser is never asked for a step.
    private readonly Trainer<T> evaluator = new(network, new SGD());

    /// <inheritdoc/>
    public override History Fit(TrainingOptions options, TrainingRows data, IReadOnlyList<Callback> callbacks, CancellationToken cancellation)
    {
        Trainer<T> trainer = new(network, options.Optimizer)
        {
            Seed = options.Seed,
            Shuffle = options.Shuffle,
            Threads = options.Threads,
            ClassWeights = options.ClassWeights,
            Order = options.Order,
            StreamMemory = options.StreamMemory,
            Augmentation = options.Augmentation,
        };
        return trainer.Fit(data.Train, data.Validation, options.Epochs, options.BatchSize, callbacks, cancellation);
    }

    /// <inheritdoc/>
    public override EvaluationResult Evaluate(RowSource data, CancellationToken cancellation) => this.evaluator.Evaluate(data, cancellation);

    /// <inheritdoc/>
    public override NetworkAnswers Answers(RowSource data, MetricOptions options, CancellationToken cancellation)
    {
        T[] outputs = Room(data, network.Summary.OutputSize);
        T[] targets = Room(data, data.Layout.TargetSize);
        T[] weights = Room(data, data.Layout.HasSampleWeights ? 1 : 0);
        int done = 0;
        foreach (Dataset rows in data.InMemory is { } all ? [all] : data.Batches(data.RowsWithin(ReadBytes)))
        {
            this.evaluator.Predict(rows, cancellation).CopyTo(outputs, done * network.Summary.OutputSize);
            TensorPrimitives.ConvertTruncating(rows.AllTargets, targets.AsSpan(done * rows.TargetSize));
            TensorPrimitives.ConvertTruncating(rows.SampleWeights, weights.AsSpan(rows.HasSampleWeights ? done : 0));
            done += rows.Count;
        }

        if (data.Layout.Preparation is { } preparation && preparation.ScalesTargets && network.Summary.OutputSize == data.Layout.TargetSize)
        {
            // Errors are told in the unit of the data.
            Invert(preparation, outputs);
            Invert(preparation, targets);
        }

        return NetworkAnswers.Of<T>(network.Summary, outputs, targets, weights, options);
    }

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

    private static void Invert(Preparation preparation, T[] values)
    {
        double[] exact = new double[values.Length];
        TensorPrimitives.ConvertTruncating<T, double>(values, exact);
        preparation.InverseTargets(exact);
        TensorPrimitives.ConvertTruncating<double, T>(exact, values);
    }

    private static T[] Room(RowSource data, int size)
    {
        if (data.Count * size > Array.MaxLength)
        {
            throw new ArgumentException(
                $"{data.Count} rows with {size} values each are more than can be measured at once. Measure a part of them: .Slice(first, count).");
        }

        return new T[data.Count * size];
    }
}
