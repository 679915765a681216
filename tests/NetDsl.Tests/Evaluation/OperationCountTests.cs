using NetDsl.Evaluation;
using NetDsl.Training;

namespace NetDsl.Tests.Evaluation;

/// <summary>The operations of layers whose kernel is not used once at each place of the output.</summary>
public sealed class OperationCountTests
{
    [Fact]
    public void A_recurrent_layer_counts_for_every_step_of_its_sequence()
    {
        // 7 steps of 3 features and 5 units in 4 gates, biases and gates on top.
        OperationCount operations = Of("LSTM", [5], flops: 7 * ((2 * (3 + 5) * 20) + 20 + 20));
        Assert.Equal(7 * 360, operations.Inference);
        Assert.Equal(2 * 7 * 360, operations.Training);
    }

    [Fact]
    public void Layers_without_a_kernel_count_nothing() => Assert.Equal(new OperationCount(0, 0), Of("MaxPooling2D", [4, 4, 8], flops: 512));

    private static OperationCount Of(string kind, int[] outputShape, long flops) =>
        OperationCount.Of(new SummaryOnly(new LayerSummary("layer", kind, outputShape, 1, flops)));

    private sealed class SummaryOnly(LayerSummary layer) : INetwork<float>
    {
        public NetworkSummary Summary { get; } = new(
            "Net",
            Precision.Single,
            [new InputSummary("input_0", [1])],
            [new OutputSummary("layer", Loss.MeanSquaredError, 1, Activation.Linear, [1], [1])],
            [layer]);

        public ParameterSet<float> Parameters { get; } = new([]);

        public void Initialize(ulong seed) => throw new NotSupportedException();

        public void Predict(ReadOnlySpan<float> inputs, Span<float> outputs) => throw new NotSupportedException();

        public NetworkPass<float> CreatePass(int batchSize, int threads = 1, bool training = true) => throw new NotSupportedException();
    }
}
