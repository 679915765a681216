namespace NetDsl.Kernels;

/// <summary>A loss with what it was given; each reads what concerns it. Names and defaults are Keras's. Made once for an output, by generated code.</summary>
/// <param name="Loss">The loss.</param>
/// <param name="LabelSmoothing">Of the cross-entropies: how far labels are moved towards one that says nothing, from 0 to 1.</param>
/// <param name="Delta">Of Huber: the error from which on it grows in proportion.</param>
/// <param name="Alpha">Of the focal losses: the weight of class 1 where classes are balanced, or of all classes.</param>
/// <param name="Gamma">Of the focal losses: the power of what is missing to certainty.</param>
/// <param name="ApplyClassBalancing">Of the binary focal loss: whether class 1 is weighted by alpha and class 0 by 1 - alpha.</param>
public sealed record LossSettings(
    Loss Loss, double LabelSmoothing = 0, double Delta = 1, double Alpha = 0.25, double Gamma = 2, bool ApplyClassBalancing = false)
{
    private static readonly LossSettings[] Defaults = [.. Enum.GetValues<Loss>().Select(loss => new LossSettings(loss))];

    /// <summary>A loss as Keras has it unless told.</summary>
    /// <param name="loss">The loss.</param>
    public static implicit operator LossSettings(Loss loss) => FromLoss(loss);

    /// <summary>A loss as Keras has it unless told.</summary>
    /// <param name="loss">The loss.</param>
    public static LossSettings FromLoss(Loss loss) => Defaults[(int)loss];
}
