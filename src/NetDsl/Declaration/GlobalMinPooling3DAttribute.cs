namespace NetDsl;

/// <summary>
/// The smallest value over the depth, the height and the width, channel by channel; of several that are smallest the first takes the
/// gradient. Keras has no such layer.
/// Input [..., depth, height, width, channels], output [..., channels], or [..., 1, 1, 1, channels] where the dimensions are kept; those
/// before the depth always are.
/// </summary>
/// <example><code>[GlobalMinPooling3D]</code></example>
public sealed class GlobalMinPooling3DAttribute : GlobalPoolingAttribute;
