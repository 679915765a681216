namespace NetDsl;

/// <summary>What every pooling over all places can be given.</summary>
public abstract class GlobalPoolingAttribute : LayerAttribute
{
    /// <summary>Whether the dimensions that are pooled stay, each with one place.</summary>
    public bool KeepDims { get; set; }
}
