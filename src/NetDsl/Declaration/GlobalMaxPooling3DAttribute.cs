namespace NetDsl;

/// <summary>
/// The largest value over the depth, the height and the width, channel by channel; of several that are largest the first takes the
/// gradient.
/// Input [..., depth, height, width, channels], output [..., channels], or [..., 1, 1, 1, channels] where the dimensions are kept; those
/// before the depth always are.
/// </summary>
/// <example><code>[GlobalMaxPooling3D]</code></example>
public sealed class GlobalMaxPooling3DAttribute : GlobalPoolingAttribute;
