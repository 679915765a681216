namespace NetDsl.Training;

/// <summary>How far the last stage of a forward pass goes.</summary>
public enum LossStage
{
    /// <summary>The answers alone.</summary>
    None,

    /// <summary>The answers and the loss of each sample.</summary>
    Loss,

    /// <summary>The answers, the losses and their gradient with respect to the last layer's weighted sums.</summary>
    Gradient,
}
