namespace NetDsl;

/// <summary>
/// The mean over the height and the width, channel by channel.
/// Input [..., height, width, channels], output [..., channels], or [..., 1, 1, channels] where the dimensions are kept; those before the
/// height always are.
/// </summary>
/// <example><code>[GlobalAveragePooling2D]</code></example>
public sealed class GlobalAveragePooling2DAttribute : GlobalPoolingAttribute;
