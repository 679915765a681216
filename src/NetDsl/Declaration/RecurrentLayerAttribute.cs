namespace NetDsl;

/// <summary>
/// What every layer that goes along the steps of its input with a state can be given. Input [..., steps, features]; output [..., units], or
/// [..., steps, units] with <see cref="ReturnSequences"/>. Dimensions before the steps are kept: each place in them is a sequence of its own.
/// </summary>
public abstract class RecurrentLayerAttribute : KernelLayerAttribute
{
    private protected RecurrentLayerAttribute(int units, Activation activation)
    {
        this.Units = units;
        this.Activation = activation;
    }

    /// <summary>The number of values of the state, and of outputs.</summary>
    public int Units { get; }

    /// <summary>How the kernel that the state is multiplied by is filled before training.</summary>
    public Initializer RecurrentInitializer { get; set; } = Initializer.Orthogonal;

    /// <summary>Whether the output has the state after each step, and not only after the last.</summary>
    public bool ReturnSequences { get; set; }

    /// <summary>Whether the steps are taken from the last to the first; the output then has them in the order in which they were taken.</summary>
    public bool GoBackwards { get; set; }
}
