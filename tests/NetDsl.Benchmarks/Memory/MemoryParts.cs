using NetDsl.Benchmarks.Measurement;
using NetDsl.Training;

namespace NetDsl.Benchmarks.Memory;

/// <summary>What training has to hold, in bytes.</summary>
/// <param name="Parameters">The trained values.</param>
/// <param name="OptimizerState">What the optimiser remembers of them.</param>
/// <param name="Gradients">One for each trained value.</param>
/// <param name="Activations">
/// The largest set that is alive at once, layer by layer on the way back: the samples, the outputs of the layers up to the one at hand, and the
/// gradients of its output and of its input. A layer that only gives its input another shape has none of its own, and the samples need no
/// gradient.
/// </param>
internal readonly record struct MemoryParts(long Parameters, long OptimizerState, long Gradients, long Activations)
{
    private const string Reshaping = "Flatten";

    /// <summary>All together.</summary>
    public long Sum => this.Parameters + this.OptimizerState + this.Gradients + this.Activations;

    /// <summary>Counts.</summary>
    /// <param name="workload">The network and its batch.</param>
    /// <param name="state">What the optimiser remembers.</param>
    public static MemoryParts Of(Workload workload, OptimizerState<float> state)
    {
        NetworkSummary summary = workload.Network.Summary;
        long parameters = summary.ParameterBytes;
        return new MemoryParts(
            parameters, state.Slots.Count * parameters, parameters, LargestAlive(summary) * workload.Batch * sizeof(float));
    }

    private static long LargestAlive(NetworkSummary summary)
    {
        long[] outputs = [.. summary.Layers
            .Where(layer => layer.Kind != Reshaping)
            .Select(layer => layer.OutputShape.Aggregate(1L, (product, extent) => product * extent))];
        return Enumerable.Range(0, outputs.Length).Max(layer =>
            summary.InputSize + outputs[..(layer + 1)].Sum() + outputs[layer] + (layer > 0 ? outputs[layer - 1] : 0));
    }
}
