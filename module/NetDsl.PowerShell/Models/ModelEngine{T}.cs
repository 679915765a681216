using System.Numerics;
using System.Numerics.Tensors;
using NetDsl.Data;
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
}
