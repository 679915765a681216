using NetDsl.Training;

namespace NetDsl.Benchmarks.Measurement;

/// <summary>
/// The floating-point operations of one sample that no program can do without: multiplications and additions of the contractions. Biases,
/// activations, pooling and the optimiser are not counted, so that a fraction of the peak is never flattered by them.
/// </summary>
/// <param name="Inference">The forward pass.</param>
/// <param name="Training">
/// The forward pass, the gradients of all kernels, and the gradients of the inputs of all layers with a kernel but the first.
/// </param>
internal readonly record struct OperationCount(long Inference, long Training)
{
    /// <summary>Counts the operations of a network.</summary>
    public static OperationCount Of(INetwork<float> network)
    {
        long forward = 0;
        long first = 0;
        foreach (LayerSummary layer in network.Summary.Layers)
        {
            string kernel = $"{layer.Name}/kernel";
            if (!network.Parameters.Contains(kernel))
            {
                continue;
            }

            // Each value of the kernel is used once at each place of the output.
            long places = layer.OutputShape.SkipLast(1).Aggregate(1L, (product, extent) => product * extent);
            long operations = 2 * network.Parameters[kernel].Count * places;
            first = first == 0 ? operations : first;
            forward += operations;
        }

        return new OperationCount(forward, (3 * forward) - first);
    }
}
