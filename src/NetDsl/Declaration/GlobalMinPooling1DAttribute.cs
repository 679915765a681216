namespace NetDsl;

/// <summary>
/// The smallest value over the steps, channel by channel; of several that are smallest the first takes the gradient. Keras has no such
/// layer.
/// Input [..., steps, channels], output [..., channels], or [..., 1, channels] where the dimensions are kept; those before the steps always
/// are.
/// </summary>
/// <example><code>[GlobalMinPooling1D]</code></example>
public sealed class GlobalMinPooling1DAttribute : GlobalPoolingAttribute;
