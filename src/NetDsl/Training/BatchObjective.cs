using System.Numerics;

namespace NetDsl.Training;

/// <summary>The loss of the batch that a pass holds.</summary>
/// <typeparam name="T">The element type of the network.</typeparam>
/// <param name="pass">The pass.</param>
internal sealed class BatchObjective<T>(NetworkPass<T> pass) : IObjective<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private int samples;
    private ulong noiseSeed;

    public ParameterSet<T> Gradients => pass.Gradients;

    /// <summary>Says which samples of the pass the batch has, and what its noise is drawn from: the same at all points.</summary>
    public void Begin(int samples, ulong noiseSeed)
    {
        this.samples = samples;
        this.noiseSeed = noiseSeed;
    }

    public double Evaluate() => pass.ForwardBackward(this.samples, this.noiseSeed);
}
