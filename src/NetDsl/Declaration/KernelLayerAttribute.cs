namespace NetDsl;

/// <summary>
/// What every layer with a kernel can be given: its activation, its bias, how both are filled before training, and what holds their values
/// small. A regulariser adds a penalty to the loss that is trained, evaluated and reported, as in Keras; not to those of single samples.
/// </summary>
/// <example><code>[Dense(64, Activation.ReLU, KernelInitializer = Initializer.HeNormal, KernelRegularizerL2 = 1e-4, KernelMaxNorm = 3)]</code></example>
public abstract class KernelLayerAttribute : LayerAttribute
{
    /// <summary>The function applied to the weighted sums.</summary>
    public Activation Activation { get; set; } = Activation.Linear;

    /// <summary>Whether a bias is added to each unit or filter.</summary>
    public bool UseBias { get; set; } = true;

    /// <summary>How the kernel is filled before training.</summary>
    public Initializer KernelInitializer { get; set; } = Initializer.GlorotUniform;

    /// <summary>How the bias is filled before training.</summary>
    public Initializer BiasInitializer { get; set; } = Initializer.Zeros;

    /// <summary>
    /// The half-width of <see cref="Initializer.RandomUniform"/>, the standard deviation of <see cref="Initializer.RandomNormal"/> and
    /// <see cref="Initializer.TruncatedNormal"/>, 0.05 each unless given; the gain of <see cref="Initializer.Orthogonal"/> and
    /// <see cref="Initializer.Identity"/>, 1 unless given. At least 0; the other initialisers have none.
    /// </summary>
    public double KernelInitializerScale { get; set; } = double.NaN;

    /// <summary>
    /// The middle of <see cref="Initializer.RandomUniform"/>, <see cref="Initializer.RandomNormal"/> and
    /// <see cref="Initializer.TruncatedNormal"/>, and the value of <see cref="Initializer.Constant"/>; 0 unless given. The other
    /// initialisers have none.
    /// </summary>
    public double KernelInitializerMean { get; set; }

    /// <summary>As <see cref="KernelInitializerScale"/>, for the bias.</summary>
    public double BiasInitializerScale { get; set; } = double.NaN;

    /// <summary>As <see cref="KernelInitializerMean"/>, for the bias.</summary>
    public double BiasInitializerMean { get; set; }

    /// <summary>What is added to the loss for each unit of the sum of the kernel's magnitudes; 0 unless given.</summary>
    public double KernelRegularizerL1 { get; set; }

    /// <summary>What is added to the loss for each unit of the sum of the kernel's squares; 0 unless given.</summary>
    public double KernelRegularizerL2 { get; set; }

    /// <summary>What is added to the loss for each unit of the sum of the bias's magnitudes; 0 unless given.</summary>
    public double BiasRegularizerL1 { get; set; }

    /// <summary>What is added to the loss for each unit of the sum of the bias's squares; 0 unless given.</summary>
    public double BiasRegularizerL2 { get; set; }

    /// <summary>
    /// The largest norm of the weights of each unit or filter, over all dimensions of the kernel but the last: after each step, longer ones
    /// are shortened to it. For a dense layer that is Keras's MaxNorm as it stands, for a convolution its MaxNorm with axis=[0, 1, 2].
    /// Above 0; infinity, so none, unless given.
    /// </summary>
    public double KernelMaxNorm { get; set; } = double.PositiveInfinity;

    /// <summary>
    /// The largest norm of the bias, all units together: after each step, a longer one is shortened to it. Above 0; none unless given.
    /// </summary>
    public double BiasMaxNorm { get; set; } = double.PositiveInfinity;
}
