namespace NetDsl.Kernels;

/// <summary>How far a pass over a batch goes.</summary>
public enum PassMode
{
    /// <summary>The answers alone.</summary>
    Predict,

    /// <summary>The answers and the loss of each sample.</summary>
    Evaluate,

    /// <summary>The answers, the losses and the gradients of the parameters.</summary>
    Gradient,

    /// <summary>Likewise, and the gradient of the samples.</summary>
    GradientWithInputs,
}
