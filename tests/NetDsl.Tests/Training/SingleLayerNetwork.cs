using System.Numerics;
using NetDsl.Training;

namespace NetDsl.Tests.Training;

/// <summary>One dense layer written by hand and plainly, so that the trainer can be tested without the generator.</summary>
internal sealed class SingleLayerNetwork<T> : INetwork<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int Panel = 16;

    public SingleLayerNetwork(
        int inputs,
        int outputs,
        Activation activation,
        Loss loss,
        string name = "SingleLayer",
        Func<ParameterDefinition, ParameterDefinition>? declare = null,
        string declaration = "")
    {
        declare ??= definition => definition;
        int padded = (outputs + Panel - 1) / Panel * Panel;
        this.Parameters = new ParameterSet<T>(
        [
            declare(new("dense_0/kernel", [inputs, outputs], new(0, inputs, outputs, padded, Panel), Initializer.GlorotUniform, inputs, outputs)),
            declare(new("dense_0/bias", [outputs], new(inputs * padded, 1, outputs, padded, Panel), Initializer.Zeros, inputs, outputs)),
        ]);
        this.Summary = new NetworkSummary(
            name,
            typeof(T) == typeof(double) ? Precision.Double : Precision.Single,
            [new InputSummary("input_0", [inputs])],
            [new OutputSummary("dense_0", loss, 1, activation, [outputs], [loss == Loss.SparseCategoricalCrossentropy ? 1 : outputs])],
            [new LayerSummary("dense_0", "Dense", [outputs], (inputs + 1) * outputs, 2 * inputs * outputs)])
        {
            Declaration = declaration,
        };
    }

    public NetworkSummary Summary { get; }

    public ParameterSet<T> Parameters { get; }

    /// <summary>The noise seed of every training step so far, where it is not null.</summary>
    public List<ulong>? NoiseSeeds { get; init; }

    public void Initialize(ulong seed) => Initializers.Fill(this.Parameters, seed);

    public NetworkPass<T> CreatePass(int batchSize, int threads = 1, bool training = true) =>
        new SingleLayerPass<T>(this, batchSize, threads, training);

    public void Predict(ReadOnlySpan<T> inputs, Span<T> outputs)
    {
        NetworkPass<T> pass = this.CreatePass(inputs.Length / this.Summary.InputSize, training: false);
        inputs.CopyTo(pass.Inputs);
        pass.Predict(pass.BatchSize);
        pass.Outputs.CopyTo(outputs);
    }
}
