namespace NetDsl.Generators.Planning.Steps;

/// <summary>The methods of a layer of a user's own; the names are those of the run-time library.</summary>
internal enum CustomCall
{
    /// <summary>The output of a sample.</summary>
    Forward,

    /// <summary>The gradient of its input.</summary>
    InputGradient,

    /// <summary>The gradient of the kernel, summed over the samples in their order.</summary>
    AddKernelGradient,
}
