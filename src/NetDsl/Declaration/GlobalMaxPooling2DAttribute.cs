namespace NetDsl;

/// <summary>
/// The largest value over the height and the width, channel by channel; of several that are largest the first takes the gradient.
/// Input [..., height, width, channels], output [..., channels], or [..., 1, 1, channels] where the dimensions are kept; those before the
/// height always are.
/// </summary>
/// <example><code>[GlobalMaxPooling2D]</code></example>
public sealed class GlobalMaxPooling2DAttribute : GlobalPoolingAttribute;
