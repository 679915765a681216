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

    /// <summary>As <see cref="KernelLayerAttribute.KernelInitializerScale"/>, for the recurrent kernel.</summary>
    public double RecurrentInitializerScale { get; set; } = double.NaN;

    /// <summary>As <see cref="KernelLayerAttribute.KernelInitializerMean"/>, for the recurrent kernel.</summary>
    public double RecurrentInitializerMean { get; set; }

    /// <summary>What is added to the loss for each unit of the sum of the recurrent kernel's magnitudes; 0 unless given.</summary>
    public double RecurrentRegularizerL1 { get; set; }

    /// <summary>What is added to the loss for each unit of the sum of the recurrent kernel's squares; 0 unless given.</summary>
    public double RecurrentRegularizerL2 { get; set; }

    /// <summary>The largest norm of the weights of each column of the recurrent kernel; above 0, none unless given.</summary>
    public double RecurrentMaxNorm { get; set; } = double.PositiveInfinity;

    /// <summary>Whether the output has the state after each step, and not only after the last.</summary>
    public bool ReturnSequences { get; set; }

    /// <summary>Whether the steps are taken from the last to the first; the output then has them in the order in which they were taken.</summary>
    public bool GoBackwards { get; set; }

    /// <summary>
    /// Whether a second layer of the same form, with parameters of its own (backward_kernel ...), takes the steps in the other direction, as Keras's
    /// Bidirectional does: the output then has twice the units, its states after those of the first, in the order of the first one's steps.
    /// </summary>
    public bool Bidirectional { get; set; }
}
