namespace NetDsl;

/// <summary>
/// The mean over the depth, the height and the width, channel by channel.
/// Input [..., depth, height, width, channels], output [..., channels], or [..., 1, 1, 1, channels] where the dimensions are kept; those
/// before the depth always are.
/// </summary>
/// <example><code>[GlobalAveragePooling3D]</code></example>
public sealed class GlobalAveragePooling3DAttribute : GlobalPoolingAttribute;
