namespace NetDsl;

/// <summary>
/// The smallest value over the height and the width, channel by channel; of several that are smallest the first takes the gradient. Keras
/// has no such layer.
/// Input [..., height, width, channels], output [..., channels], or [..., 1, 1, channels] where the dimensions are kept; those before the
/// height always are.
/// </summary>
/// <example><code>[GlobalMinPooling2D]</code></example>
public sealed class GlobalMinPooling2DAttribute : GlobalPoolingAttribute;
