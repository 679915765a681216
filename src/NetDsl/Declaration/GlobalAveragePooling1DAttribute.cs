namespace NetDsl;

/// <summary>The mean over the steps, channel by channel. Input [..., steps, channels], output [..., channels]; dimensions before the steps are kept.</summary>
public sealed class GlobalAveragePooling1DAttribute : LayerAttribute;
