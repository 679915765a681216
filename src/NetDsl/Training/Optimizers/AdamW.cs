namespace NetDsl.Training;

/// <summary>
/// Adam with decoupled weight decay (Loshchilov and Hutter 2019, algorithm 2): <see cref="Adam"/> whose
/// <see cref="Optimizer.WeightDecay"/> is 0.004, Keras's default, unless told. PyTorch's is 0.01.
/// </summary>
public sealed class AdamW : Adam
{
    /// <summary>AdamW with a learning rate of 0.001 and a weight decay of 0.004.</summary>
    public AdamW()
        : base(weightDecay: 0.004)
    {
    }
}
