namespace NetDsl;

/// <summary>
/// The largest value over the steps, channel by channel; of several that are largest the first takes the gradient.
/// Input [..., steps, channels], output [..., channels], or [..., 1, channels] where the dimensions are kept; those before the steps always
/// are.
/// </summary>
/// <example><code>[GlobalMaxPooling1D]</code></example>
public sealed class GlobalMaxPooling1DAttribute : GlobalPoolingAttribute;
