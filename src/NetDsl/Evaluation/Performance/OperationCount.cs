using NetDsl.Training;

namespace NetDsl.Evaluation;

/// <summary>
/// The floating-point operations of one sample that no program can do without: multiplications and additions of the contractions. Biases,
/// activations, pooling and the optimiser are not counted, so that a fraction of the peak is never flattered by them. A convolution that takes
/// fewer multiplications by a minimal filter still counts with those of its definition, so that its fraction may exceed 1.
/// </summary>
/// <param name="Inference">The forward pass.</param>
/// <param name="Training">
/// The forward pass, the gradients of all kernels, and the gradients of the inputs of all layers with a kernel but the first.
/// </param>
public readonly record struct OperationCount(long Inference, long Training)
{
    /// <summary>Counts the operations of a network.</summary>
    /// <typeparam name="T">The element type of the network.</typeparam>
    /// <param name="network">The network.</param>
    public static OperationCount Of<T>(INetwork<T> network)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(network);
        long forward = 0;
        long first = 0;
        foreach (LayerSummary layer in network.Summary.Layers)
        {
            long operations = OperationsOf(layer, network.Parameters);
            first = first == 0 ? operations : first;
            forward += operations;
        }

        return new OperationCount(forward, (3 * forward) - first);
    }

    private static long OperationsOf<T>(LayerSummary layer, ParameterSet<T> parameters)
        where T : unmanaged
    {
        string kernel = $"{layer.Name}/kernel";
        switch (layer.Kind)
        {
            case "Dense" or "Conv1D" or "Conv2D" or "Conv3D" when parameters.Contains(kernel):
                // Each value of the kernel is used once at each place of the output.
                long places = layer.OutputShape.SkipLast(1).Aggregate(1L, (product, extent) => product * extent);
                return 2 * parameters[kernel].Count * places;
            case "Dense" or "Conv1D" or "Conv2D" or "Conv3D":
            case "Conv1DTranspose" or "Conv2DTranspose" or "DepthwiseConv1D" or "DepthwiseConv2D" or "SeparableConv1D" or "SeparableConv2D":
            case "SimpleRNN" or "LSTM" or "GRU":
                // Kernels that are another layer's, or are used at other places than those of the output. What is counted with them, biases and
                // gates, is a few percent at most.
                return layer.Flops;
            default:
                return 0;
        }
    }
}
