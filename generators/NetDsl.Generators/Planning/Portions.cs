namespace NetDsl.Generators.Planning;

/// <summary>
/// The parts that the samples of a batch are cut into where a gradient is summed over each by itself, into memory of its own, and the parts then
/// added. A thread so sums over the samples that it took forward and back, which lie in its core's cache: reading what another core wrote, and
/// writing to it again in the next step, took a third of what a second thread gained on convolutions. How many they are does not depend on the
/// threads, so neither do the bits.
/// </summary>
/// <param name="Count">How many; 1 for the whole batch.</param>
/// <param name="Stride">Elements from the sums of one part to those of the next.</param>
internal sealed record Portions(int Count, int Stride)
{
    /// <summary>The whole batch.</summary>
    public static readonly Portions None = new(1, 0);

    /// <summary>How many there are for the gradients of convolutions, whose kernels are small and whose activations are large.</summary>
    public const int OfConvolution = 2;
}
