namespace NetDsl;

/// <summary>
/// The mean over the steps, channel by channel.
/// Input [..., steps, channels], output [..., channels], or [..., 1, channels] where the dimensions are kept; those before the steps always
/// are.
/// </summary>
/// <example><code>[GlobalAveragePooling1D]</code></example>
public sealed class GlobalAveragePooling1DAttribute : GlobalPoolingAttribute;
