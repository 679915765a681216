namespace NetDsl;

/// <summary>What every layer with a kernel can be given: its activation, its bias and how both are filled before training.</summary>
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
}
