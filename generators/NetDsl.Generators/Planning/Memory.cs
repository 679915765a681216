namespace NetDsl.Generators.Planning;

/// <summary>The blocks of memory that a pass computes in.</summary>
internal enum Memory
{
    /// <summary>The caller's samples.</summary>
    Inputs,

    /// <summary>Buffers of the pass, each with room for the batch.</summary>
    Batch,

    /// <summary>Buffers of the pass that do not grow with the batch.</summary>
    Shared,

    /// <summary>The network's parameters.</summary>
    Parameters,

    /// <summary>Their gradients.</summary>
    Gradients,

    /// <summary>The gradients of the samples.</summary>
    InputGradients,
}
